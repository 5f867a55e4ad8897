import { addToken, without, type Headers } from "./message";

export interface CorsPolicy {
  readonly origins: readonly string[];
  readonly methods: readonly string[];
  readonly headers: readonly string[];
  readonly exposed: readonly string[];
  readonly credentials: boolean;
  /** Seconds. */
  readonly maxAge?: number;
  /** Wins over what the origin sent. */
  readonly override: boolean;
}

/** A response headers policy: what is added to each answer, and what is taken out. Names in lower case. */
export interface ResponseHeadersPolicy {
  readonly added: readonly { readonly name: string; readonly value: string; readonly override: boolean }[];
  readonly removed: readonly string[];
  readonly cors?: CorsPolicy;
}

const isAllowed = (pattern: string, origin: string) => {
  const source = pattern.replace(/[.+^${}()|[\]\\?]/g, "\\$&").replaceAll("*", ".*");
  return new RegExp(`^(?:https?://)?${source}$`).test(origin);
};

function corsHeaders(cors: CorsPolicy, method: string, origin: string | undefined): Record<string, string> {
  if (origin === undefined || !cors.origins.some((pattern) => isAllowed(pattern, origin))) return {};
  const forAll = cors.origins.includes("*") && !cors.credentials;
  const methods = cors.methods.includes("ALL")
    ? ["GET, HEAD, OPTIONS, PUT, POST, PATCH, DELETE"]
    : cors.methods;
  return {
    "access-control-allow-origin": forAll ? "*" : origin,
    ...(cors.credentials && { "access-control-allow-credentials": "true" }),
    ...(method !== "OPTIONS" &&
      cors.exposed.length > 0 && { "access-control-expose-headers": cors.exposed.join(", ") }),
    ...(method === "OPTIONS" && {
      "access-control-allow-methods": methods.join(", "),
      "access-control-allow-headers": cors.headers.join(", "),
      ...(cors.maxAge !== undefined && { "access-control-max-age": String(cors.maxAge) }),
    }),
  };
}

/** Returns the headers with the policy applied to them. */
export function applyResponseHeaders(
  headers: Headers,
  policy: ResponseHeadersPolicy | undefined,
  viewer: { readonly method: string; readonly origin: string | undefined },
): Headers {
  if (!policy) return headers;
  const kept = without(headers, policy.removed);
  const added = Object.fromEntries(
    policy.added
      .filter(({ name, override }) => override || kept[name] === undefined)
      .map(({ name, value }) => [name, value]),
  );
  const cors = policy.cors ? corsHeaders(policy.cors, viewer.method, viewer.origin) : {};
  const result = policy.cors?.override ? { ...kept, ...cors, ...added } : { ...cors, ...kept, ...added };
  const isForOneOrigin =
    cors["access-control-allow-origin"] !== undefined && result["access-control-allow-origin"] !== "*";
  return isForOneOrigin ? { ...result, vary: addToken(result["vary"], "Origin") } : result;
}
