import { useI18n } from "@/app/i18n/i18n";
import buttons from "@/app/ui/button.module.css";
import fields from "@/app/ui/field.module.css";
import { YearField } from "@/app/ui/year-field";
import { MAX_QUERY_LENGTH } from "@/lib/movies/search-request";

import { EXAMPLE_QUERY } from "./view";

/** Sends a request to the API as a form can, and shows what comes back as the browser shows JSON. */
export function TryApi() {
  const { t, tmdb } = useI18n();
  return (
    <form action="/api/movies" method="get" className={fields.line}>
      <label className={fields.label}>
        {t("about.query")}
        <input
          className={fields.field}
          name="query"
          defaultValue={EXAMPLE_QUERY}
          maxLength={MAX_QUERY_LENGTH}
          required
        />
      </label>
      <YearField label={t("search.year")} name="year" />
      <input type="hidden" name="language" value={tmdb} />
      <button type="submit" className={buttons.button}>
        {t("about.send")}
      </button>
    </form>
  );
}
