import { z } from "zod";

import { BodyTooLargeError, readText } from "@/lib/http/read-body";
import { parseRetryAfter } from "@/lib/http/retry-after";
import { inSpan, SpanKind } from "@/lib/tracing";

import {
  TmdbBusyError,
  TmdbError,
  TmdbKeyMalformedError,
  TmdbKeyMissingError,
  TmdbKeyRefusedError,
  TmdbNotFoundError,
  TmdbRequestRefusedError,
  TmdbResponseError,
  TmdbTimeoutError,
  TmdbUnavailableError,
} from "./errors";

export interface TmdbAccess {
  /** For example https://api.themoviedb.org */
  readonly apiUrl: string;
  /**
   * The read access token; `replace` answers a newer one for one that was refused. What they reject with may be told:
   * its message goes into errors and logs.
   */
  readonly key: { read(): Promise<string>; replace(refused: string): Promise<string> };
  /** Whether TMDB may be asked just now; rejects with a {@link TmdbError} where not. */
  readonly admit?: (path: string) => Promise<void>;
  /** Milliseconds that one request may take, the reading of the key included. */
  readonly deadlineMs?: number;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
}

/** Asks TMDB for `path` with `parameters` and answers its parsed JSON. */
export type TmdbRequest = (path: string, parameters: Record<string, string>) => Promise<unknown>;

const DEADLINE_MS = 4000;
// The largest real answer (a film with everything appended) is about 400 KB.
const MAX_BODY_BYTES = 4 * 1024 * 1024;
/** When TMDB asks to wait but does not say how long: its limit counts requests per second. */
const DEFAULT_WAIT_MS = 2000;
/** To wait for a time that is over already would be not to wait at all. */
const SHORTEST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 15 * 60 * 1000;

/** https://developer.themoviedb.org/docs/errors: 34 for a thing that is not there, 6 for an id that can't be. */
const notFoundSchema = z.object({ status_code: z.literal([6, 34]) });

/**
 * One door to TMDB's HTTP API. That TMDB asks to wait is an error like others here; whoever shares this door
 * with other processes has to keep them from asking.
 *
 * @returns a function that rejects with a {@link TmdbError} and with nothing else
 */
export function createTmdbRequest(access: TmdbAccess): TmdbRequest {
  const { apiUrl, key, admit, deadlineMs = DEADLINE_MS, now = Date.now } = access;

  function errorFor(path: string, response: Response): TmdbError | null {
    const { status } = response;
    const wait = parseRetryAfter(response.headers.get("retry-after"), now());
    if (status === 429 || (status === 503 && wait !== null)) {
      const waitMs = Math.min(Math.max(wait ?? DEFAULT_WAIT_MS, SHORTEST_WAIT_MS), LONGEST_WAIT_MS);
      return new TmdbBusyError(path, status, waitMs);
    }
    if (status === 200) return null;
    if (status === 401 || status === 403) return new TmdbKeyRefusedError(path, String(status));
    if (status === 400 || status === 422) return new TmdbRequestRefusedError(path, String(status));
    if (status >= 500) return new TmdbUnavailableError(path, String(status));
    return new TmdbResponseError(path, `unexpected status ${status}`);
  }

  /** TMDB's own "not found" has a status code of its own; any other comes from somebody who is not TMDB. */
  async function notFoundError(path: string, response: Response): Promise<TmdbError> {
    const text = await readText(response, MAX_BODY_BYTES);
    const isTmdbs = notFoundSchema.safeParse(parseJson(text)).success;
    return isTmdbs
      ? new TmdbNotFoundError(path, "404")
      : new TmdbResponseError(path, "404 without a status code of TMDB");
  }

  async function attempt(path: string, url: URL, token: string, signal: AbortSignal): Promise<unknown> {
    // fetch would quote such a key in its error.
    if (!/^[\x21-\x7e]+$/.test(token)) throw new TmdbKeyMalformedError(path, "the key has the wrong form");
    const response = await fetch(url, {
      headers: { authorization: `Bearer ${token}`, accept: "application/json" },
      // Next keeps fetches of its own accord in some modes; the counted cache is the only one here.
      cache: "no-store",
      redirect: "error",
      signal,
    });
    const error = response.status === 404 ? await notFoundError(path, response) : errorFor(path, response);
    if (error) {
      await response.body?.cancel();
      throw error;
    }
    return JSON.parse(await readText(response, MAX_BODY_BYTES));
  }

  async function readKey(path: string, signal: AbortSignal): Promise<string> {
    try {
      return await orAborted(key.read(), signal);
    } catch (cause) {
      if (signal.aborted) throw cause;
      const why = cause instanceof Error ? `: ${cause.message}` : "";
      throw new TmdbKeyMissingError(path, `no key to ask with${why}`, { cause });
    }
  }

  /** A newer key than the one that was refused, or the refusal where there is none to be had. */
  async function replaceKey(
    token: string,
    refusal: TmdbKeyRefusedError | TmdbKeyMalformedError,
    signal: AbortSignal,
  ): Promise<string> {
    const newer = await orAborted(key.replace(token), signal).catch(() => token);
    if (newer === token) throw refusal;
    return newer;
  }

  async function request(path: string, parameters: Record<string, string>): Promise<unknown> {
    const url = new URL(`${apiUrl}${path}`);
    for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
    const signal = AbortSignal.timeout(deadlineMs);
    try {
      const token = await readKey(path, signal);
      await admit?.(path);
      try {
        return await attempt(path, url, token, signal);
      } catch (error) {
        const refused = error instanceof TmdbKeyRefusedError || error instanceof TmdbKeyMalformedError;
        if (!refused) throw error;
        const newer = await replaceKey(token, error, signal);
        await admit?.(path);
        return await attempt(path, url, newer, signal);
      }
    } catch (error) {
      throw asTmdbError(path, error, signal, deadlineMs);
    }
  }

  return (path, parameters) =>
    inSpan("TMDB", { kind: SpanKind.CLIENT, attributes: { "url.path": path } }, () =>
      request(path, parameters),
    );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function asTmdbError(path: string, error: unknown, signal: AbortSignal, deadlineMs: number): TmdbError {
  if (error instanceof TmdbError) return error;
  if (signal.aborted) return new TmdbTimeoutError(path, `no answer within ${deadlineMs} ms`);
  if (error instanceof SyntaxError) return new TmdbResponseError(path, "no JSON");
  if (error instanceof BodyTooLargeError) return new TmdbResponseError(path, "too large", { cause: error });
  // What lies below fetch's own error, which may quote the URL and with it the query.
  const { cause } = error as { cause?: { code?: unknown } };
  if (typeof cause?.code !== "string") return new TmdbUnavailableError(path, "not reached");
  return new TmdbUnavailableError(path, `not reached (${cause.code})`, { cause });
}

/** Waits for `promise`, but no longer than the signal lets it. */
function orAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) return abort();
    signal.addEventListener("abort", abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}
