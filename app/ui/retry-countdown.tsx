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

/** The address that was retried by itself last, and when, in this tab. */
const RETRIED = "retried";
/** A page that fails later than this after its retry has worked in between. */
const RETRY_MS = 60_000;

/**
 * Whether this page comes from a retry of its own, and so is the visitor's to try; also where nobody can know, since it
 * would be retried for ever.
 */
function wasRetried(address: string): boolean {
  try {
    const [at = "", retried = ""] = (sessionStorage.getItem(RETRIED) ?? "").split(" ");
    sessionStorage.removeItem(RETRIED);
    return retried === address && Date.now() - Number(at) < RETRY_MS;
  } catch {
    // Storage may be forbidden.
    return true;
  }
}

/** Loads the page again; answers false where that can't be noted. */
function retry(address: string): boolean {
  try {
    sessionStorage.setItem(RETRIED, `${Date.now()} ${address}`);
  } catch {
    // There is no room: then the visitor has to.
    return false;
  }
  window.location.reload();
  return true;
}

/** Counts down what TMDB asked for, then loads the page again, once. */
export function RetryCountdown({ seconds, language, still, counting }: Props) {
  const [left, setLeft] = useState<number | null>(null);

  useEffect(() => {
    const address = window.location.href;
    if (wasRetried(address)) return;
    const end = Date.now() + seconds * 1000;
    const timer = setInterval(() => {
      const rest = Math.ceil((end - Date.now()) / 1000);
      setLeft(Math.max(rest, 0));
      if (rest > 0) return;
      clearInterval(timer);
      if (!retry(address)) setLeft(null);
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
