import type { ReactNode } from "react";

import { useI18n, type I18n } from "@/app/i18n/i18n";
import type { Answer, MoviePage } from "@/lib/movies";

import { Message } from "./message";
import { MovieList } from "./movie-list";
import { PagesNav } from "./pages-nav";
import { SourceNotice } from "./source-notice";
import { TextLink } from "./text-link";

/** As many as are seen at once on a wide screen. */
const EAGER = 6;

interface Props {
  page: MoviePage;
  /** The address of a page, in the visitor's language. */
  href: (page: number) => string;
  /** What is said where there is no film at all. */
  none: ReactNode;
  /** What stands above the films. */
  children?: ReactNode;
}

function withPages(found: string, { page, totalPages }: MoviePage, { t, format }: I18n): string {
  if (totalPages <= 1) return found;
  return t("search.foundOnPage", {
    found,
    page: format.number(page),
    totalPages: format.number(totalPages),
  });
}

interface NoticeProps {
  answer: Answer<MoviePage>;
  /** What was found, in a sentence without its pages. */
  found: string;
}

/** What was found on a page of films, and where the answer came from. */
export function PagesNotice({ answer, found }: NoticeProps) {
  return <SourceNotice cache={answer.cache} found={withPages(found, answer.value, useI18n())} />;
}

/** A page of films that others come before or after, or a word on why there is nothing. */
export function MoviePages({
  page: { results, totalPages, totalResults, page },
  href,
  none,
  children,
}: Props) {
  const { t, format } = useI18n();
  const pastTheEnd = results.length === 0 && page > 1 && totalResults > 0;
  return (
    <>
      {children}
      {results.length > 0 ? (
        <>
          <h2 className="visually-hidden">{t("search.films")}</h2>
          <MovieList movies={results} eager={EAGER} />
        </>
      ) : null}
      {pastTheEnd ? (
        <Message title={t("search.pastTitle", { page: format.number(page) })}>
          <p>
            {t.rich("search.past", {
              totalPages: format.number(totalPages),
              link: (words) => <TextLink href={href(totalPages)}>{words}</TextLink>,
            })}
          </p>
        </Message>
      ) : null}
      {results.length === 0 && !pastTheEnd ? none : null}
      {pastTheEnd ? null : <PagesNav page={page} totalPages={totalPages} href={href} />}
    </>
  );
}
