import type { Metadata } from "next";

import { currentView } from "@/app/current-view";
import { getI18n } from "@/app/i18n/i18n";
import { JsonLd } from "@/app/json-ld";
import { toSearch, type SearchParams } from "@/app/search-params";
import { siteAddress } from "@/app/site-address";
import { NotFoundMessage } from "@/app/ui/not-found-message";
import { ProblemMessage } from "@/app/ui/problem-message";
import { problemWords } from "@/app/ui/problem-words";

import { MovieDetailsPage } from "./movie-details-page";
import { movieJsonLd } from "./movie-json-ld";
import { movieMetadata, posterAddress } from "./movie-metadata";
import { loadMovie } from "./view";

interface Props {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
}

async function viewOf({ params, searchParams }: Props) {
  const { id } = await params;
  const search = await toSearch(searchParams);
  return {
    address: `/movies/${encodeURIComponent(id)}${search === "?" ? "" : search}`,
    view: await currentView(loadMovie, [id], search),
  };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { view } = await viewOf(props);
  // Next takes the title of not-found.tsx for a page that is sent with 404.
  if (view.kind === "missing") return {};
  const i18n = await getI18n();
  if (view.kind === "problem") {
    return { title: problemWords(view.problem, i18n).title, robots: { index: false } };
  }
  return movieMetadata(view.answer.value, i18n, await siteAddress());
}

export default async function MoviePage(props: Props) {
  const { view, address } = await viewOf(props);
  const { t, href } = await getI18n();
  const site = await siteAddress();
  switch (view.kind) {
    case "movie": {
      const film = view.answer.value;
      const data = movieJsonLd(film, { addressOf: (path) => site + href(path), image: posterAddress(film) });
      return (
        <>
          <JsonLd data={data} />
          <MovieDetailsPage answer={view.answer} />
        </>
      );
    }
    case "missing":
      return <NotFoundMessage title={t("missing.film")} />;
    case "problem":
      return (
        <>
          <h1 className="visually-hidden">{t("film.heading")}</h1>
          <ProblemMessage problem={view.problem} retry={href(address)} />
        </>
      );
  }
}
