"use client";

import { useEffect, useState } from "react";

interface Props {
  seconds: number;
  language: string;
  /** What is said without JavaScript, and after the one retry. */
  still: string;
  /** The same while it counts, with {when} for the time that is left. */
  counting: string;
}

/** What was retried by itself already; a page that fails again is the visitor's to try. */
const RETRIED = "retried";

/** Counts down what TMDB asked for, then loads the page again, once. */
export function RetryCountdown({ seconds, language, still, counting }: Props) {
  const [left, setLeft] = useState<number | null>(null);

  useEffect(() => {
    const address = window.location.href;
    if (sessionStorage.getItem(RETRIED) === address) {
      sessionStorage.removeItem(RETRIED);
      return;
    }
    const end = Date.now() + seconds * 1000;
    const timer = setInterval(() => {
      const rest = Math.ceil((end - Date.now()) / 1000);
      setLeft(Math.max(rest, 0));
      if (rest > 0) return;
      clearInterval(timer);
      sessionStorage.setItem(RETRIED, address);
      window.location.reload();
    }, 250);
    return () => clearInterval(timer);
  }, [seconds]);

  const when =
    left === null
      ? null
      : new Intl.RelativeTimeFormat(language, { numeric: "always" }).format(left, "second");
  return (
    <>
      <p>{still}</p>
      {/* Said once is enough for who listens: the alert around it would be read out every second. Its line is kept free. */}
      <p aria-hidden="true" style={{ minBlockSize: "1.55em" }}>
        {when === null ? null : counting.replace("{when}", when)}
      </p>
    </>
  );
}
