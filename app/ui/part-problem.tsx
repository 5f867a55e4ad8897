import { useI18n } from "@/app/i18n/i18n";
import type { Problem } from "@/lib/http/problem";

import styles from "./part-problem.module.css";
import { problemWords } from "./problem-words";

interface Props {
  problem: Problem;
  /** The address of the page that is tried again. */
  retry: string;
}

/** Why a part of a page can't be shown, where the rest of it can. */
export function PartProblem({ problem, retry }: Props) {
  const i18n = useI18n();
  return (
    <p className={styles.problem}>
      {problemWords(problem, i18n).detail} {/* A full load and no Link: the router would keep what failed. */}
      <a href={retry}>{i18n.t("problems.retry")}</a>
    </p>
  );
}
