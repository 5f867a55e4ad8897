import { element, type Element } from "../xml";

/** One kind of resource of CloudFront's API. */
export interface Kind {
  /** In the URL: /2020-05-31/<path>. */
  readonly path: string;
  /** The element of one; its configuration is "<name>Config", an error about it "NoSuch<name>". */
  readonly name: string;
  /** What a distribution refers to it by. */
  readonly reference?: string;
  /** What is there before anything was created: [id, configuration]. */
  readonly managed?: readonly (readonly [string, Element])[];
}

/** A configuration from a JavaScript object, for what AWS manages. */
function config(name: string, content: object | string | number | boolean): Element {
  if (typeof content !== "object") return element(name, String(content));
  if (!Array.isArray(content)) {
    return element(
      name,
      Object.entries(content).map(([key, value]) => config(key, value as object)),
    );
  }
  const items = element(
    "Items",
    content.map((item) => element("Name", String(item))),
  );
  return element(name, [element("Quantity", String(content.length)), items]);
}

function cachePolicy(name: string, min: number, usual: number, max: number): Element {
  const compressed = max > 0;
  return config("CachePolicyConfig", {
    Comment: "",
    Name: `Managed-${name}`,
    DefaultTTL: usual,
    MaxTTL: max,
    MinTTL: min,
    ParametersInCacheKeyAndForwardedToOrigin: {
      EnableAcceptEncodingGzip: compressed,
      EnableAcceptEncodingBrotli: compressed,
      HeadersConfig: { HeaderBehavior: "none" },
      CookiesConfig: { CookieBehavior: "none" },
      QueryStringsConfig: { QueryStringBehavior: "none" },
    },
  });
}

/**
 * The kinds that are all alike: created, read, replaced and deleted whole. The managed policies are those that our
 * stack may name by id.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html
 */
export const KINDS: readonly Kind[] = [
  { path: "distribution", name: "Distribution" },
  { path: "origin-access-control", name: "OriginAccessControl", reference: "OriginAccessControlId" },
  {
    path: "cache-policy",
    name: "CachePolicy",
    reference: "CachePolicyId",
    managed: [
      ["4135ea2d-6df8-44a3-9df3-4b5a84be39ad", cachePolicy("CachingDisabled", 0, 0, 0)],
      ["658327ea-f89d-4fab-a63d-7e88639e58f6", cachePolicy("CachingOptimized", 1, 86_400, 31_536_000)],
    ],
  },
  {
    path: "origin-request-policy",
    name: "OriginRequestPolicy",
    reference: "OriginRequestPolicyId",
    managed: [
      [
        "b689b0a8-53d0-40ab-baf2-68738e2966ac",
        config("OriginRequestPolicyConfig", {
          Comment: "",
          Name: "Managed-AllViewerExceptHostHeader",
          HeadersConfig: { HeaderBehavior: "allExcept", Headers: ["host"] },
          CookiesConfig: { CookieBehavior: "all" },
          QueryStringsConfig: { QueryStringBehavior: "all" },
        }),
      ],
    ],
  },
  { path: "response-headers-policy", name: "ResponseHeadersPolicy", reference: "ResponseHeadersPolicyId" },
];
