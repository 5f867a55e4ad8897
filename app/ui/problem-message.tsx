import { use } from "react";

import { useI18n } from "@/app/i18n/i18n";
import { getRequestId } from "@/app/request-id";
import type { Problem } from "@/lib/http/problem";

import buttons from "./button.module.css";
import { Message } from "./message";
import { problemWords } from "./problem-words";
import { RetryCountdown } from "./retry-countdown";

interface Props {
  problem: Problem;
  /** The address that is tried again. */
  retry: string;
}

/** What went wrong, in words, and a way to try again where that may help. */
export function ProblemMessage({ problem, retry }: Props) {
  const i18n = useI18n();
  const { t, language } = i18n;
  const { title, detail } = problemWords(problem, i18n);
  const { status, retryAfterSeconds } = problem;
  const id = use(getRequestId());
  return (
    <Message title={title} alarming>
      <p>{detail}</p>
      {retryAfterSeconds === undefined ? null : (
        <RetryCountdown
          seconds={retryAfterSeconds}
          language={language}
          still={t("problems.patience", { seconds: retryAfterSeconds })}
          counting={t("problems.retrying", { when: "{when}" })}
        />
      )}
      {status === 400 ? null : (
        <p>
          {/* A full load and no Link: the router would keep the page that failed. */}
          <a href={retry} className={buttons.button}>
            {t("problems.retry")}
          </a>
        </p>
      )}
      {status >= 500 && id !== null ? (
        <p>
          <small>{t("problems.report", { id })}</small>
        </p>
      ) : null}
    </Message>
  );
}
