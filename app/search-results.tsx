import { splitTitleAndYear } from "@/lib/movies/title-and-year";

import type { ResultsView } from "./home-view";
import { useI18n, type I18n } from "./i18n/i18n";
import { searchAddress, typedSearch } from "./search-address";
import { SearchFilters } from "./search-filters";
import { Message } from "./ui/message";
import { MoviePages, PagesNotice } from "./ui/movie-pages";
import { TextLink } from "./ui/text-link";

interface Props {
  /** The query of the page's address. */
  search: string;
  view: ResultsView;
}

/** What was found, said in a sentence. */
function found({ answer, request, typedYear }: ResultsView, query: string, { t }: I18n): string {
  const count = answer.value.totalResults;
  if (request.year === null) return t("search.found", { count, query });
  const title = (typedYear === null ? null : splitTitleAndYear(query)?.title) ?? query;
  return t("search.foundOfYear", { count, query: title, year: String(request.year) });
}

/** What was found for a query, in a sentence, and where the answer came from. */
export function SearchNotice({ search, view }: Props) {
  return <PagesNotice answer={view.answer} found={found(view, typedSearch(search).query, useI18n())} />;
}

/** What was found for a query, or a word on why there is nothing. */
export function SearchResults({ search, view }: Props) {
  const { t, href } = useI18n();
  const { query } = typedSearch(search);
  return (
    <MoviePages
      page={view.answer.value}
      href={(page) => href(searchAddress(search, { page: page > 1 ? String(page) : "" }))}
      none={<NothingFound search={search} />}
    >
      {view.typedYear === null ? null : (
        <p>
          <TextLink href={href(searchAddress(search, { literal: "1" }))}>
            {t("search.plainText", { query })}
          </TextLink>
        </p>
      )}
      <SearchFilters search={search} request={view.request} />
    </MoviePages>
  );
}

function NothingFound({ search }: { search: string }) {
  const { t, href } = useI18n();
  const { query, year, language } = typedSearch(search);
  const filtered = year !== "" || language !== "";
  return (
    <Message title={t("search.noneTitle", { query })}>
      <p>{t(filtered ? "search.noneFiltered" : "search.none")}</p>
      {filtered ? (
        <p>
          <TextLink href={href(searchAddress(search, { year: "", language: "" }))}>
            {t("search.withoutFilters")}
          </TextLink>
        </p>
      ) : null}
      <p>
        <TextLink href={href("/discover")}>{t("search.orDiscover")}</TextLink>
      </p>
    </Message>
  );
}
