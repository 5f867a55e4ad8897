/** Names in lower case; a header that came more than once is joined by commas (cookies by semicolons). */
export type Headers = Readonly<Record<string, string>>;

export interface ViewerRequest {
  readonly method: string;
  /** As it was sent, still encoded. */
  readonly path: string;
  /** As it was sent, without the question mark. */
  readonly query: string;
  readonly headers: Headers;
  readonly ip: string;
}

export interface Response {
  readonly status: number;
  /** Without Set-Cookie, which can't be joined. */
  readonly headers: Headers;
  readonly setCookies: readonly string[];
  readonly body: Buffer;
}

/** Returns the headers but those named. */
export function without(headers: Headers, names: Iterable<string>): Headers {
  const left = { ...headers };
  for (const name of names) delete left[name];
  return left;
}

/** Returns a header's values with a token added, such as to Vary. */
export function addToken(value: string | undefined, token: string): string {
  const tokens = (value ?? "").split(",").map((one) => one.trim());
  if (tokens.some((one) => one.toLowerCase() === token.toLowerCase())) return value ?? "";
  return [...tokens, token].filter(Boolean).join(", ");
}
