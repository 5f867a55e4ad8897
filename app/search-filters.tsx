import type { SearchRequest } from "@/lib/movies/search-request";

import { COMMON_LANGUAGES } from "./i18n/common-codes";
import { isLanguage, LANGUAGES } from "./i18n/languages";
import { useI18n } from "./i18n/i18n";
import styles from "./search-filters.module.css";
import { asksForPlainText, typedSearch } from "./search-address";
import buttons from "./ui/button.module.css";
import fields from "./ui/field.module.css";
import { NamedOptions } from "./ui/named-options";
import { YearField } from "./ui/year-field";

interface Props {
  /** The query of the page's address. */
  search: string;
  request: SearchRequest;
}

/** A language for TMDB: with a region where the interface speaks it, so that answers are shared. */
const tmdbLanguage = (code: string) => (isLanguage(code) ? LANGUAGES[code].tmdb : code);

/** Narrows a search to a year, and shows titles in another language: a form that works without JavaScript. */
export function SearchFilters({ search, request }: Props) {
  const { t, href, language } = useI18n();
  const { query, year, language: typedLanguage } = typedSearch(search);
  const own = typedLanguage === "" || request.language === tmdbLanguage(language);
  const titlesIn = own ? "" : request.language;
  const offered = COMMON_LANGUAGES.filter((code) => code !== language).map(tmdbLanguage);
  return (
    // The key: a browser keeps what was put in where only the page around it changes.
    <details key={search} className={styles.filters} open={year !== "" || titlesIn !== ""}>
      <summary>{t("search.filters")}</summary>
      <form className={fields.line} action={href("/")} method="get" autoComplete="off">
        <input type="hidden" name="query" value={query} />
        {asksForPlainText(search) ? <input type="hidden" name="literal" value="1" /> : null}
        <YearField label={t("search.year")} name="year" year={year} />
        <label className={fields.label}>
          {t("search.titlesIn")}
          <select className={fields.field} name="language" defaultValue={titlesIn}>
            <option value="">{LANGUAGES[language].name}</option>
            <NamedOptions type="language" codes={[...offered, titlesIn]} />
          </select>
        </label>
        <button type="submit" className={buttons.button}>
          {t("search.apply")}
        </button>
      </form>
    </details>
  );
}
