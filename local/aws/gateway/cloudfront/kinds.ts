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

/**
 * The kinds that are all alike: created, read, replaced and deleted whole. The managed policies are those that our
 * stack names by id.
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
      [
        "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
        config("CachePolicyConfig", {
          Comment: "",
          Name: "Managed-CachingDisabled",
          ...{ DefaultTTL: 0, MaxTTL: 0, MinTTL: 0 },
          ParametersInCacheKeyAndForwardedToOrigin: {
            EnableAcceptEncodingGzip: false,
            EnableAcceptEncodingBrotli: false,
            HeadersConfig: { HeaderBehavior: "none" },
            CookiesConfig: { CookieBehavior: "none" },
            QueryStringsConfig: { QueryStringBehavior: "none" },
          },
        }),
      ],
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
