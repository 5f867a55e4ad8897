import type { Metadata } from "next";

import { currentView } from "./current-view";
import { loadHome, type HomeView } from "./home-view";
import { getI18n, useI18n } from "./i18n/i18n";
import styles from "./page.module.css";
import { toSearch, type SearchParams } from "./search-params";
import { alternates } from "./site-address";
import { SearchResults } from "./search-results";
import { Trending } from "./trending";
import { WebsiteJsonLd } from "./website-json-ld";
import { MovieListSkeleton } from "./ui/movie-list-skeleton";
import { NotFoundMessage } from "./ui/not-found-message";
import { ProblemMessage } from "./ui/problem-message";

interface Props {
  searchParams: SearchParams;
}

/** What the visitor typed, spaced but with its own capitals. */
function typedQuery(search: string): string {
  return (new URLSearchParams(search).get("query") ?? "").trim().replace(/\s+/g, " ");
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const search = await toSearch(searchParams);
  const query = typedQuery(search);
  const { t, language } = await getI18n();
  if (query === "") return { alternates: alternates(language, "/") };
  const view = await currentView(loadHome, [], search);
  const page = view.kind === "results" ? view.request.page : 1;
  const title = page > 1 ? t("search.titleOnPage", { query, page: String(page) }) : query;
  // The layout's template is not for the page beside it.
  return { title: { absolute: `${title} · ${t("site.name")}` }, robots: { index: false } };
}

export default async function HomePage({ searchParams }: Props) {
  const search = await toSearch(searchParams);
  const view = await currentView(loadHome, [], search);
  const query = typedQuery(search);
  const { t } = await getI18n();
  return (
    <>
      <h1 className={query === "" ? styles.landing : styles.results}>
        {t(query === "" ? "search.landing" : "search.results")}
      </h1>
      <div data-answers-search>
        <Content view={view} search={search} query={query} />
      </div>
      <MovieListSkeleton />
      {view.kind === "landing" ? <WebsiteJsonLd /> : null}
    </>
  );
}

function Content({ view, search, query }: { view: HomeView; search: string; query: string }) {
  const { t, href } = useI18n();
  switch (view.kind) {
    case "landing":
      return <Trending answer={view.trending} />;
    case "results":
      return <SearchResults query={query} request={view.request} answer={view.answer} />;
    case "missing":
      return <NotFoundMessage title={t("missing.page")} />;
    case "problem":
      return <ProblemMessage problem={view.problem} retry={href(search === "?" ? "/" : `/${search}`)} />;
  }
}
