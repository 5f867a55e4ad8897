/** What a page may load, but for what is our own. */
export interface PolicyOptions {
  /** What scripts and styles have to name to be run; another for every answer (https://www.w3.org/TR/CSP3/#security-nonces). */
  readonly nonce: string;
  /** Where pictures come from; null where the settings do not say so. */
  readonly imageUrl: string | null;
  /** Whether `next dev` serves the page, whose scripts are put together by eval. */
  readonly development: boolean;
}

/** The sites whose players are shown in a page after a click. */
const PLAYERS = ["https://www.youtube-nocookie.com", "https://player.vimeo.com"];

/**
 * The Content-Security-Policy of a page: a script runs only if the server has written it into this very answer, or if one
 * of those loads it (https://www.w3.org/TR/CSP3/#strict-dynamic-usage).
 */
export function contentSecurityPolicy({ nonce, imageUrl, development }: PolicyOptions): string {
  const images = imageUrl === null ? [] : [new URL(imageUrl).origin];
  const directives: Readonly<Record<string, readonly string[]>> = {
    "default-src": ["'self'"],
    "script-src": [
      `'nonce-${nonce}'`,
      "'strict-dynamic'",
      // For browsers that know no strict-dynamic.
      "'self'",
      ...(development ? ["'unsafe-eval'"] : []),
    ],
    "style-src": ["'self'", `'nonce-${nonce}'`],
    // React writes the style of one element into its tag.
    "style-src-attr": ["'unsafe-inline'"],
    "img-src": ["'self'", "data:", ...images],
    // The service worker keeps posters.
    "connect-src": ["'self'", ...images],
    "frame-src": PLAYERS,
    "object-src": ["'none'"],
    "base-uri": ["'none'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'none'"],
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(" ")}`)
    .join("; ");
}
