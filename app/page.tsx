import type { Metadata } from "next";

import { MAX_QUERY_LENGTH } from "@/lib/movies/search-request";

import { homeView } from "./current-view";
import styles from "./page.module.css";
import { toSearch, type SearchParams } from "./search-params";
import { SearchResults } from "./search-results";
import { Trending } from "./trending";
import { ProblemMessage } from "./ui/problem-message";
import { SearchField } from "./ui/search-field";
import type { HomeView } from "./views";

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
  if (query === "") return {};
  const view = await homeView(search);
  const page = view.kind === "results" && view.request.page > 1 ? `, page ${view.request.page}` : "";
  // The layout's template is not for the page beside it.
  return { title: { absolute: `${query}${page} · Movies viewer` }, robots: { index: false } };
}

export default async function HomePage({ searchParams }: Props) {
  const search = await toSearch(searchParams);
  const view = await homeView(search);
  const query = typedQuery(search);
  return (
    <>
      <div className={styles.search} data-landing={query === ""}>
        <h1>{query === "" ? "Find a film" : "Search results"}</h1>
        <SearchField query={query} maxLength={MAX_QUERY_LENGTH} />
      </div>
      <Content view={view} search={search} query={query} />
    </>
  );
}

function Content({ view, search, query }: { view: HomeView; search: string; query: string }) {
  switch (view.kind) {
    case "landing":
      return <Trending answer={view.trending} />;
    case "results":
      return <SearchResults query={query} request={view.request} answer={view.answer} />;
    case "problem":
      return <ProblemMessage problem={view.problem} retry={search === "?" ? "/" : `/${search}`} />;
  }
}
