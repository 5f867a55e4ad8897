/** Every way in which a request to TMDB can fail. The message reads `[GET] /3/path: what`, without query or key. */
export abstract class TmdbError extends Error {
  abstract override readonly name: string;

  constructor(path: string, what: string, options?: { cause?: unknown }) {
    super(`[GET] ${path}: ${what}`, options);
  }
}

/** TMDB knows no such thing (404). */
export class TmdbNotFoundError extends TmdbError {
  override readonly name = "TmdbNotFoundError";
}

/** TMDB refuses a parameter (400, 422). */
export class TmdbRequestRefusedError extends TmdbError {
  override readonly name = "TmdbRequestRefusedError";
}

/** TMDB refuses the key (401, 403). */
export class TmdbKeyRefusedError extends TmdbError {
  override readonly name = "TmdbKeyRefusedError";
}

/** What is set as the key can't be one, so TMDB was not asked. */
export class TmdbKeyMalformedError extends TmdbError {
  override readonly name = "TmdbKeyMalformedError";
}

/** There is no key to ask TMDB with; `cause` says why. */
export class TmdbKeyMissingError extends TmdbError {
  override readonly name = "TmdbKeyMissingError";
}

/** TMDB asks to wait (429, or 503 with Retry-After). */
export class TmdbBusyError extends TmdbError {
  override readonly name = "TmdbBusyError";

  constructor(
    path: string,
    readonly status: 429 | 503,
    /** How long to wait, in milliseconds. */
    readonly retryAfterMs: number,
  ) {
    super(path, String(status));
  }
}

/** TMDB was not asked, since we have asked as often as we may. */
export class TmdbQuotaSpentError extends TmdbError {
  override readonly name = "TmdbQuotaSpentError";

  constructor(
    path: string,
    /** How long to wait, in milliseconds. */
    readonly retryAfterMs: number,
  ) {
    super(path, "our own quota is spent");
  }
}

/** TMDB did not answer in time. */
export class TmdbTimeoutError extends TmdbError {
  override readonly name = "TmdbTimeoutError";
}

/** TMDB could not be reached, or answered with an error of its own (5xx). */
export class TmdbUnavailableError extends TmdbError {
  override readonly name = "TmdbUnavailableError";
}

/** What came back is not an answer of TMDB's API: no JSON, cut short, too large or of another shape. */
export class TmdbResponseError extends TmdbError {
  override readonly name = "TmdbResponseError";
}

const UNSENT = new Set(["TmdbKeyMissingError", "TmdbKeyMalformedError", "TmdbQuotaSpentError"]);

/** Whether a call failed before anything was sent to TMDB. Told by name: Next bundles this module more than once. */
export const isUnsent = (error: unknown): boolean => error instanceof Error && UNSENT.has(error.name);
