import type { Metadata } from "next";

import { currentView } from "./current-view";
import { loadHome, type HomeView } from "./home-view";
import { getI18n, useI18n } from "./i18n/i18n";
import { Landing } from "./landing";
import styles from "./page.module.css";
import { toSearch, type SearchParams } from "./search-params";
import { typedSearch } from "./search-address";
import { alternates } from "./site-address";
import { SearchNotice, SearchResults } from "./search-results";
import { WebsiteJsonLd } from "./website-json-ld";
import { ProblemMessage } from "./ui/problem-message";
import { SourceNotice } from "./ui/source-notice";

interface Props {
  searchParams: SearchParams;
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const search = await toSearch(searchParams);
  const query = typedSearch(search).query;
  const { t, language } = await getI18n();
  if (query === "") return { alternates: alternates(language, "/") };
  const view = await currentView(loadHome, [], search);
  const page = view.kind === "results" ? view.request.page : 1;
  const title = page > 1 ? t("search.titleOnPage", { query, page: String(page) }) : query;
  // The layout's template is not for the page beside it. Why robots.txt and this both keep the page out: app/robots.ts.
  return { title: { absolute: `${title} · ${t("site.name")}` }, robots: { index: false } };
}

export default async function HomePage({ searchParams }: Props) {
  const search = await toSearch(searchParams);
  const view = await currentView(loadHome, [], search);
  const query = typedSearch(search).query;
  const { t } = await getI18n();
  return (
    <>
      <h1 className={query === "" ? styles.landing : styles.results}>
        {t(query === "" ? "search.landing" : "search.results")}
      </h1>
      <Notice view={view} search={search} />
      <Content view={view} search={search} />
      {view.kind === "landing" ? <WebsiteJsonLd /> : null}
    </>
  );
}

/**
 * The page's one region that speaks up, at the same place whatever is shown: screen readers tell of a change in a region
 * that was there before, and not of a new one.
 */
function Notice({ view, search }: { view: HomeView; search: string }) {
  const { t } = useI18n();
  if (view.kind === "results") return <SearchNotice search={search} view={view} />;
  const first = view.kind === "landing" ? view.lists.trending.found : undefined;
  if (!first) return <div role="status" />;
  return <SourceNotice cache={first.cache} found={t("lists.trending")} unseen />;
}

function Content({ view, search }: { view: HomeView; search: string }) {
  const { href } = useI18n();
  switch (view.kind) {
    case "landing":
      return <Landing view={view} />;
    case "results":
      return <SearchResults search={search} view={view} />;
    case "problem":
      return <ProblemMessage problem={view.problem} retry={href(search === "?" ? "/" : `/${search}`)} />;
  }
}
