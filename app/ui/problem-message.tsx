import { useI18n, type I18n } from "@/app/i18n/i18n";
import { en } from "@/app/i18n/messages/en";
import type { Problem } from "@/lib/http/problem";

import buttons from "./button.module.css";
import { Message } from "./message";
import { RetryCountdown } from "./retry-countdown";

interface Props {
  problem: Problem;
  /** The address that is tried again. */
  retry: string;
}

type Words = { title: string; detail: string };

/** A problem in the visitor's language; one that has no words there in those that programs get. */
function words({ kind, title, detail, members }: Problem, { t, language }: I18n): Words {
  if (kind === "bad-parameter") {
    const parameter = String(members?.parameter);
    const rule = language === "en" ? detail : t(`problems.${kind}.detail`, { parameter });
    return { title: t(`problems.${kind}.title`), detail: rule };
  }
  if (!isKnown(kind)) return { title, detail };
  return { title: t(`problems.${kind}.title`), detail: t(`problems.${kind}.detail`) };
}

type Kind = Exclude<keyof typeof en.problems, "retry" | "patience" | "retrying" | "bad-parameter">;
const isKnown = (kind: string): kind is Kind => Object.hasOwn(en.problems, kind);

/** What went wrong, in words, and a way to try again where that may help. */
export function ProblemMessage({ problem, retry }: Props) {
  const i18n = useI18n();
  const { t, language } = i18n;
  const { title, detail } = words(problem, i18n);
  const { status, retryAfterSeconds } = problem;
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
    </Message>
  );
}
