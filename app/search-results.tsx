import Link from "next/link";

import type { Answer, SearchPage } from "@/lib/movies";
import type { SearchRequest } from "@/lib/movies/search-request";

import { Message } from "./ui/message";
import { MovieList } from "./ui/movie-list";
import { PagesNav } from "./ui/pages-nav";
import { SourceNotice } from "./ui/source-notice";

interface Props {
  /** As the visitor typed it. */
  query: string;
  request: SearchRequest;
  answer: Answer<SearchPage>;
}

/** The address of a page of the same search. */
function pageAddress(query: string, { year, language }: SearchRequest, page: number): string {
  const parameters = new URLSearchParams({ query });
  if (page > 1) parameters.set("page", String(page));
  if (year !== null) parameters.set("year", String(year));
  if (language !== "en-US") parameters.set("language", language);
  return `/?${parameters.toString()}`;
}

/** What was found, said in a sentence. */
function found({ totalResults, totalPages, page }: SearchPage, query: string): string {
  const films = `${totalResults.toLocaleString("en")} ${totalResults === 1 ? "film" : "films"} for “${query}”`;
  return totalPages > 1 ? `${films}, page ${page} of ${totalPages}` : films;
}

export function SearchResults({ query, request, answer }: Props) {
  const { results, totalPages, totalResults, page } = answer.value;
  const href = (to: number) => pageAddress(query, request, to);
  const pastTheEnd = results.length === 0 && page > 1 && totalResults > 0;
  return (
    <>
      <SourceNotice cache={answer.cache} found={found(answer.value, query)} />
      {results.length > 0 ? (
        <>
          <h2 className="visually-hidden">Films</h2>
          <MovieList movies={results} eager={6} />
        </>
      ) : null}
      {pastTheEnd ? (
        <Message title={`There is no page ${page}`}>
          <p>
            The last page is{" "}
            <Link href={href(totalPages)} prefetch={false}>
              page {totalPages}
            </Link>
            .
          </p>
        </Message>
      ) : null}
      {results.length === 0 && !pastTheEnd ? (
        <Message title={`No film found for “${query}”`}>
          <p>TMDB knows no film by that title. Check the spelling, or try fewer words.</p>
        </Message>
      ) : null}
      {pastTheEnd ? null : <PagesNav page={page} totalPages={totalPages} href={href} />}
    </>
  );
}
