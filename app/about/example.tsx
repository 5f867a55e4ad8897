import { useI18n } from "@/app/i18n/i18n";
import type { Part } from "@/app/part";
import { searchAddress } from "@/app/search-address";
import buttons from "@/app/ui/button.module.css";
import { PartProblem } from "@/app/ui/part-problem";
import { SourceNotice } from "@/app/ui/source-notice";
import type { Answer, SearchPage } from "@/lib/movies";

import styles from "./about.module.css";
import { EXAMPLE_QUERY } from "./view";

/** What the cache does, by an answer of this very moment; loading the page again is its next hit. */
export function Example({ example }: { example: Part<Answer<SearchPage>> }) {
  const { t, href, format } = useI18n();
  const search = href(searchAddress("", { query: EXAMPLE_QUERY }));
  return (
    <>
      <p>
        {t.rich("about.example", {
          query: EXAMPLE_QUERY,
          search: (words) => <a href={search}>{words}</a>,
        })}
      </p>
      {example.problem ? (
        <PartProblem problem={example.problem} retry={href("/about")} />
      ) : (
        <div className={styles.example}>
          <SourceNotice
            cache={example.found.cache}
            found={t("search.found", { count: example.found.value.totalResults, query: EXAMPLE_QUERY })}
          />
          <dl className={styles.figures}>
            <div>
              <dt>{t("about.hit")}</dt>
              <dd>{hitOf(example.found)}</dd>
            </div>
            <div>
              <dt>{t("about.age")}</dt>
              <dd>{seconds(example.found.cache.answeredAt - example.found.cache.fetchedAt)}</dd>
            </div>
            <div>
              <dt>{t("about.left")}</dt>
              <dd>{seconds(example.found.cache.freshUntil - example.found.cache.answeredAt)}</dd>
            </div>
          </dl>
          <a href={href("/about")} className={buttons.button}>
            {t("about.again")}
          </a>
        </div>
      )}
    </>
  );

  function hitOf({ cache: { hits } }: Answer<unknown>): string {
    return hits === null ? t("about.uncounted") : format.number(hits);
  }

  /** Whole seconds in words; what is over has none left. */
  function seconds(milliseconds: number): string {
    const whole = Math.max(0, Math.floor(milliseconds / 1000));
    return format.number(whole, { style: "unit", unit: "second", unitDisplay: "long" });
  }
}
