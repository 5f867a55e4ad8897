/** Anybody may read, from any page; nothing depends on who asks, so no credentials. */
export const OPEN_TO_ALL: Readonly<Record<string, string>> = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers": "Age, Cache-Status, ETag, Retry-After, X-Request-Id",
};
