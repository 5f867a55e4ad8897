import type { Problem } from "@/lib/http/problem";

import type { BadParameterError } from "./errors";
import { logInternal } from "./log";

const asksToWait = (error: Error): number =>
  "retryAfterMs" in error ? Math.max(1, Math.ceil(Number(error.retryAfterMs) / 1000)) : 1;

/**
 * What went wrong, for whoever asked: the one place where errors become HTTP. Details are sentences of
 * our own; no upstream address, stack or value of a setting is in them.
 */
export function toProblem(error: unknown): Problem {
  if (!(error instanceof Error)) return INTERNAL;
  switch (failureName(error)) {
    case "BadParameterError": {
      const { parameter, rule } = error as BadParameterError;
      return {
        status: 400,
        kind: "bad-parameter",
        title: "Bad parameter",
        detail: `${error.message}.`,
        members: { parameter },
        rule,
      };
    }
    case "MovieNotFoundError":
      return { status: 404, kind: "no-such-film", title: "No such film", detail: `${error.message}.` };
    case "PersonNotFoundError":
      return { status: 404, kind: "no-such-person", title: "No such person", detail: `${error.message}.` };
    case "TmdbRequestRefusedError":
      return {
        status: 400,
        kind: "refused-by-tmdb",
        title: "TMDB refused the request",
        detail: "TMDB does not accept one of the parameters.",
      };
    case "TmdbBusyError": {
      const said = [error, error.cause].find((one) => one instanceof Error && "status" in one);
      const status = (said as { status?: unknown } | undefined)?.status === 503 ? 503 : 429;
      return {
        status,
        kind: "tmdb-busy",
        title: "TMDB asks to wait",
        detail: "TMDB asks us to wait before the next request.",
        retryAfterSeconds: asksToWait(error),
      };
    }
    case "TmdbQuotaSpentError":
      return {
        status: 503,
        kind: "quota-spent",
        title: "Too many new questions",
        detail: "This server may ask TMDB only so often. What it knows already is still answered.",
        retryAfterSeconds: asksToWait(error),
      };
    case "TooManyRequestsError":
      return {
        status: 429,
        kind: "too-many-requests",
        title: "Too many requests",
        detail: "So many new questions have come from your address that this one has to wait.",
        retryAfterSeconds: asksToWait(error),
      };
    case "TmdbKeyMissingError":
      if (error.cause instanceof Error && error.cause.name === "SecretUnavailableError")
        return KEY_UNREADABLE;
      return {
        status: 503,
        kind: "key-missing",
        title: "No key for TMDB",
        detail:
          "This server has no read key for TMDB: its operator must set TMDB_READ_KEY or TMDB_READ_KEY_PARAMETER.",
      };
    case "TmdbKeyMalformedError":
      return {
        status: 503,
        kind: "key-malformed",
        title: "The key for TMDB can't be one",
        detail: "What this server has as its read key for TMDB holds characters that no key has.",
      };
    case "TmdbKeyRefusedError":
      return {
        status: 503,
        kind: "key-refused",
        title: "TMDB refused the key",
        detail: "TMDB does not accept this server's read key: its operator must renew it.",
      };
    case "TmdbTimeoutError":
    case "WaitedTooLongError":
      return {
        status: 504,
        kind: "tmdb-late",
        title: "TMDB did not answer in time",
        detail: "TMDB took too long to answer. Trying again may help.",
      };
    case "TmdbUnavailableError":
      return {
        status: 502,
        kind: "tmdb-unreachable",
        title: "TMDB can't be reached",
        detail: "TMDB can't be reached or is out of order. Trying again later may help.",
      };
    // A film or person that TMDB does not know is an error of its own by now; a list that it does not know is odd.
    case "TmdbNotFoundError":
    case "TmdbResponseError":
      return {
        status: 502,
        kind: "tmdb-unreadable",
        title: "TMDB's answer can't be read",
        detail: "What came back is not an answer of TMDB. Trying again later may help.",
      };
    case "SettingsError":
      return { status: 503, kind: "wrong-settings", title: "Wrong settings", detail: `${error.message}.` };
    default:
      return INTERNAL;
  }
}

/** The same, to be answered with: an error that is nobody's fault but ours is logged. */
export function problemOf(error: unknown): Problem {
  const problem = toProblem(error);
  if (problem.status === 500) logInternal(error);
  return problem;
}

/** What failed; where the cache only remembers it, or heard of it from another process, it says what. */
function failureName(error: Error): string {
  return error.name === "OriginFailedError" && "reason" in error ? String(error.reason) : error.name;
}

const KEY_UNREADABLE: Problem = {
  status: 503,
  kind: "key-unreadable",
  title: "No key for TMDB",
  detail: "This server could not read its key for TMDB from SSM. Trying again later may help.",
};

const INTERNAL: Problem = {
  status: 500,
  kind: "internal",
  title: "Internal error",
  detail: "Something went wrong on this server.",
};
