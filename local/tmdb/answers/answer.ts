/** What TMDB answers: a status and a body to be sent as JSON. */
export interface TmdbAnswer {
  readonly status: number;
  readonly body: unknown;
}

export const ok = (body: unknown): TmdbAnswer => ({ status: 200, body });

const failure = (status: number, code: number, message: string): TmdbAnswer => ({
  status,
  body: { success: false, status_code: code, status_message: message },
});

/** TMDB's errors with its statuses and codes (https://developer.themoviedb.org/docs/errors); the words are ours. */
export const ERRORS = {
  key: failure(401, 7, "The key is missing or not one of ours."),
  notFound: failure(404, 34, "There is nothing at this address."),
  method: failure(405, 4, "This service answers GET only."),
  page: failure(400, 22, "A page is a whole number from 1 to 500."),
  // The one error without a code, as TMDB has it.
  noQuery: { status: 422, body: { errors: ["query must be provided"] } },
} as const satisfies Record<string, TmdbAnswer>;
