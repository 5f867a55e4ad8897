import type {
  CachePolicyConfig,
  OriginRequestPolicyConfig,
  ResponseHeadersPolicyConfig,
} from "@aws-sdk/client-cloudfront";

import type { ResponseHeadersPolicy } from "./response-headers";
import { NONE, type Selection } from "./selection";
import type { CachePolicy, OriginRequestPolicy } from "./topology";

interface Items {
  readonly Items?: readonly string[] | undefined;
}

/** @throws for a way to choose that the edge does not know, since a guess would be wrong without a trace */
function selectionOf(behaviour: string | undefined, names: Items | undefined): Selection {
  switch (behaviour) {
    case undefined:
    case "none":
      return NONE;
    case "all":
      return { take: "all", names: [] };
    case "allExcept":
      return { take: "allExcept", names: names?.Items ?? [] };
    default:
      throw new Error(`The edge does not know the selection "${behaviour}" of a policy.`);
  }
}

const lowerCase = (names: Items | undefined) => ({ Items: names?.Items?.map((name) => name.toLowerCase()) });

export function cachePolicyOf(config: CachePolicyConfig): CachePolicy {
  const key = config.ParametersInCacheKeyAndForwardedToOrigin;
  return {
    minTtl: config.MinTTL ?? 0,
    defaultTtl: config.DefaultTTL ?? 86_400,
    maxTtl: config.MaxTTL ?? 31_536_000,
    gzip: key?.EnableAcceptEncodingGzip ?? false,
    brotli: key?.EnableAcceptEncodingBrotli ?? false,
    headers: selectionOf(key?.HeadersConfig?.HeaderBehavior, lowerCase(key?.HeadersConfig?.Headers)),
    cookies: selectionOf(key?.CookiesConfig?.CookieBehavior, key?.CookiesConfig?.Cookies),
    queries: selectionOf(key?.QueryStringsConfig?.QueryStringBehavior, key?.QueryStringsConfig?.QueryStrings),
  };
}

export const NOTHING_ELSE: OriginRequestPolicy = { headers: NONE, cookies: NONE, queries: NONE };

export function originRequestPolicyOf(config: OriginRequestPolicyConfig): OriginRequestPolicy {
  const { HeadersConfig: headers, CookiesConfig: cookies, QueryStringsConfig: queries } = config;
  return {
    headers: selectionOf(headers?.HeaderBehavior, lowerCase(headers?.Headers)),
    cookies: selectionOf(cookies?.CookieBehavior, cookies?.Cookies),
    queries: selectionOf(queries?.QueryStringBehavior, queries?.QueryStrings),
  };
}

function securityHeaders({ SecurityHeadersConfig: config = {} }: ResponseHeadersPolicyConfig) {
  const hsts = config.StrictTransportSecurity;
  const hstsValue = [
    `max-age=${hsts?.AccessControlMaxAgeSec}`,
    hsts?.IncludeSubdomains && "includeSubDomains",
    hsts?.Preload && "preload",
  ];
  const joined = (parts: readonly unknown[]) => parts.filter(Boolean).join("; ");
  return [
    { name: "strict-transport-security", of: hsts, value: joined(hstsValue) },
    { name: "x-content-type-options", of: config.ContentTypeOptions, value: "nosniff" },
    { name: "x-frame-options", of: config.FrameOptions, value: config.FrameOptions?.FrameOption },
    { name: "referrer-policy", of: config.ReferrerPolicy, value: config.ReferrerPolicy?.ReferrerPolicy },
    {
      name: "content-security-policy",
      of: config.ContentSecurityPolicy,
      value: config.ContentSecurityPolicy?.ContentSecurityPolicy,
    },
  ].flatMap(({ name, of, value }) =>
    of && value !== undefined ? [{ name, value, override: of.Override ?? false }] : [],
  );
}

/** @throws for what the edge does not do, as no policy of the stack asks for it */
export function responseHeadersPolicyOf(config: ResponseHeadersPolicyConfig): ResponseHeadersPolicy {
  const { CorsConfig, RemoveHeadersConfig, SecurityHeadersConfig, CustomHeadersConfig } = config;
  if (CorsConfig || RemoveHeadersConfig?.Items?.length || SecurityHeadersConfig?.XSSProtection)
    throw new Error("The edge does not know CORS, removed headers or XSS protection of a policy.");
  const custom = (CustomHeadersConfig?.Items ?? []).map(({ Header, Value, Override }) => ({
    name: (Header ?? "").toLowerCase(),
    value: Value ?? "",
    override: Override ?? false,
  }));
  return { added: [...securityHeaders(config), ...custom] };
}
