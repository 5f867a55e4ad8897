import type { Problem } from "@/lib/http/problem";

import buttons from "./button.module.css";
import { Message } from "./message";

interface Props {
  problem: Problem;
  /** The address that is tried again. */
  retry: string;
}

/** What went wrong, in words, and a way to try again where that may help. */
export function ProblemMessage({ problem, retry }: Props) {
  const { title, detail, status, retryAfterSeconds } = problem;
  return (
    <Message title={title} alarming>
      <p>{detail}</p>
      {retryAfterSeconds === undefined ? null : (
        <p>
          It asks for {retryAfterSeconds === 1 ? "a second" : `${retryAfterSeconds} seconds`} of patience.
        </p>
      )}
      {status === 400 ? null : (
        <p>
          {/* A full load and no Link: the router would keep the page that failed. */}
          <a href={retry} className={buttons.button}>
            Retry
          </a>
        </p>
      )}
    </Message>
  );
}
