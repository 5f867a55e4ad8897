import Link from "next/link";

import type { Answer, SearchPage } from "@/lib/movies";
import type { SearchRequest } from "@/lib/movies/search-request";

import { LANGUAGES } from "./i18n/languages";
import { useI18n, type I18n } from "./i18n/i18n";
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
function pageAddress(query: string, request: SearchRequest, page: number, i18n: I18n): string {
  const { year, language } = request;
  const parameters = new URLSearchParams({ query });
  if (page > 1) parameters.set("page", String(page));
  if (year !== null) parameters.set("year", String(year));
  if (language !== LANGUAGES[i18n.language].tmdb) parameters.set("language", language);
  return i18n.href(`/?${parameters.toString()}`);
}

/** What was found, said in a sentence. */
function found({ totalResults, totalPages, page }: SearchPage, query: string, { t, format }: I18n): string {
  const films = t("search.found", { count: totalResults, query });
  if (totalPages <= 1) return films;
  return t("search.foundOnPage", {
    found: films,
    page: format.number(page),
    totalPages: format.number(totalPages),
  });
}

/** What was found for a query, or a word on why there is nothing. */
export function SearchResults({ query, request, answer }: Props) {
  const i18n = useI18n();
  const { t, format } = i18n;
  const { results, totalPages, totalResults, page } = answer.value;
  const href = (to: number) => pageAddress(query, request, to, i18n);
  const pastTheEnd = results.length === 0 && page > 1 && totalResults > 0;
  return (
    <>
      <SourceNotice cache={answer.cache} found={found(answer.value, query, i18n)} />
      {results.length > 0 ? (
        <>
          <h2 className="visually-hidden">{t("search.films")}</h2>
          <MovieList movies={results} eager={6} />
        </>
      ) : null}
      {pastTheEnd ? (
        <Message title={t("search.pastTitle", { page: format.number(page) })}>
          <p>
            {t.rich("search.past", {
              totalPages: format.number(totalPages),
              link: (words) => (
                <Link href={href(totalPages)} prefetch={false}>
                  {words}
                </Link>
              ),
            })}
          </p>
        </Message>
      ) : null}
      {results.length === 0 && !pastTheEnd ? (
        <Message title={t("search.noneTitle", { query })}>
          <p>{t("search.none")}</p>
        </Message>
      ) : null}
      {pastTheEnd ? null : <PagesNav page={page} totalPages={totalPages} href={href} />}
    </>
  );
}
