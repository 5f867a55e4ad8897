import { COMMON_LANGUAGES } from "@/app/i18n/common-codes";
import { useI18n } from "@/app/i18n/i18n";
import type { Part } from "@/app/part";
import buttons from "@/app/ui/button.module.css";
import fields from "@/app/ui/field.module.css";
import { NamedOptions } from "@/app/ui/named-options";
import { PartProblem } from "@/app/ui/part-problem";
import { YearField } from "@/app/ui/year-field";
import type { Genre } from "@/lib/movies";
import { MIN_RATING, SORT_ORDERS } from "@/lib/movies/discover-request";

import { discoverAddress, type Choices } from "./discover-address";
import styles from "./discover-form.module.css";
import { SORT_NAMES } from "./sort-names";

interface Props {
  choices: Choices;
  genres: Part<readonly Genre[]>;
  /** Something has to be corrected. */
  open: boolean;
}

const RATINGS = Array.from({ length: MIN_RATING.to - MIN_RATING.from + 1 }, (_, i) => MIN_RATING.from + i);

/** Chooses which films to see; a GET form, so that its choice is an address. On a phone it is folded. */
export function DiscoverForm({ choices, genres, open }: Props) {
  const { t, href } = useI18n();
  const { fromYear, toYear, originalLanguage, minRating, sort } = choices;
  return (
    // The key: a browser keeps what was put in where only the page around it changes.
    <details key={discoverAddress(choices)} className={styles.filters} open={open}>
      <summary>{t("search.filters")}</summary>
      {/* A browser that fills in what was chosen before would show what is not asked. */}
      <form action={href("/discover")} method="get" autoComplete="off" className={styles.form}>
        <GenreChoice choices={choices} genres={genres} />
        <div className={fields.line}>
          <YearField label={t("discover.fromYear")} name="fromYear" year={fromYear} />
          <YearField label={t("discover.toYear")} name="toYear" year={toYear} />
          <label className={fields.label}>
            {t("discover.originalLanguage")}
            <select name="originalLanguage" defaultValue={originalLanguage} className={fields.field}>
              <option value="">{t("discover.any")}</option>
              <NamedOptions type="language" codes={[...COMMON_LANGUAGES, originalLanguage]} />
            </select>
          </label>
          <label className={fields.label}>
            {t("discover.minRating")}
            <select name="minRating" defaultValue={minRating} className={fields.field}>
              <option value="">{t("discover.any")}</option>
              {RATINGS.map((rating) => (
                <option key={rating} value={rating}>
                  {t("discover.atLeast", { rating: String(rating) })}
                </option>
              ))}
            </select>
          </label>
          <label className={fields.label}>
            {t("discover.sort")}
            <select name="sort" defaultValue={sort} className={fields.field}>
              {SORT_ORDERS.map((order) => (
                <option key={order} value={order}>
                  {t(`discover.orders.${SORT_NAMES[order]}`)}
                </option>
              ))}
            </select>
          </label>
          <button type="submit" className={buttons.button}>
            {t("discover.show")}
          </button>
        </div>
      </form>
    </details>
  );
}

function GenreChoice({ choices, genres }: Omit<Props, "open">) {
  const { t, href } = useI18n();
  return (
    <fieldset className={styles.genres}>
      <legend>{t("lists.genres")}</legend>
      {genres.problem ? (
        <>
          <PartProblem problem={genres.problem} retry={href(discoverAddress(choices))} />
          {choices.genres.map((id) => (
            <input key={id} type="hidden" name="genre" value={id} />
          ))}
        </>
      ) : (
        genres.found.map(({ id, name }) => (
          <label key={id}>
            <input
              type="checkbox"
              name="genre"
              value={id}
              defaultChecked={choices.genres.includes(String(id))}
            />
            {name}
          </label>
        ))
      )}
    </fieldset>
  );
}
