import type { Metadata } from "next";

import { currentView } from "@/app/current-view";
import { getI18n } from "@/app/i18n/i18n";
import { NotFoundMessage } from "@/app/ui/not-found-message";
import { ProblemMessage } from "@/app/ui/problem-message";

import { MovieDetailsPage } from "./movie-details-page";
import { loadMovie } from "./view";

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const view = await currentView(loadMovie, [(await params).id], "");
  // Next takes the title of not-found.tsx for a page that is sent with 404.
  if (view.kind === "missing") return {};
  if (view.kind === "problem") return { title: view.problem.title, robots: { index: false } };
  const { title, year, overview } = view.answer.value;
  return {
    title: year === null ? title : `${title} (${year})`,
    ...(overview === "" ? {} : { description: overview.slice(0, 200) }),
  };
}

export default async function MoviePage({ params }: Props) {
  const { id } = await params;
  const { t, href } = await getI18n();
  const view = await currentView(loadMovie, [id], "");
  switch (view.kind) {
    case "movie":
      return <MovieDetailsPage answer={view.answer} />;
    case "missing":
      return <NotFoundMessage title={t("missing.film")} />;
    case "problem":
      return (
        <>
          <h1 className="visually-hidden">{t("film.heading")}</h1>
          <ProblemMessage problem={view.problem} retry={href(`/movies/${encodeURIComponent(id)}`)} />
        </>
      );
  }
}
