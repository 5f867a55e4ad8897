import { useI18n, type I18n } from "@/app/i18n/i18n";
import { PartProblem } from "@/app/ui/part-problem";

import styles from "./about.module.css";
import type { AboutView } from "./view";

const NAMES = { dynamodb: "DynamoDB", ssm: "SSM Parameter Store", tmdb: "TMDB" } as const;

type Use = { readonly reachable: boolean; readonly at: number } | null;

function words(use: Use, now: number, { t, format }: I18n): string {
  if (use === null) return t("about.unused");
  const when = format.relativeTime(use.at, now);
  return t(use.reachable ? "about.reachable" : "about.unreachable", { when });
}

/** Whether what this server depends on was reachable when it was last used. */
export function Dependencies({ view: { health, now } }: { view: AboutView }) {
  const i18n = useI18n();
  const { t, href } = i18n;
  if (health.problem) return <PartProblem problem={health.problem} retry={href("/about")} />;
  const uses = health.found;
  return (
    <>
      <p>{t("about.health")}</p>
      <dl className={styles.figures}>
        {(["dynamodb", "ssm", "tmdb"] as const).map((name) => (
          <div key={name}>
            <dt>{NAMES[name]}</dt>
            <dd>{words(uses[name], now, i18n)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
