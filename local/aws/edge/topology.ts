import type { ResponseHeadersPolicy } from "./response-headers";
import type { ResourcePolicy } from "./resource-policy";
import type { Selection } from "./selection";

/** What of a request tells one cached answer from another, and for how long one is kept. Seconds. */
export interface CachePolicy {
  readonly minTtl: number;
  readonly defaultTtl: number;
  readonly maxTtl: number;
  readonly gzip: boolean;
  readonly brotli: boolean;
  readonly headers: Selection;
  readonly cookies: Selection;
  readonly queries: Selection;
}

/** What else of a request reaches the origin. */
export interface OriginRequestPolicy {
  readonly headers: Selection;
  readonly cookies: Selection;
  readonly queries: Selection;
}

interface OriginBase {
  /** Such as `bucket.s3.eu-west-3.amazonaws.com`; what the origin sees as Host. */
  readonly domainName: string;
  /** Put in front of each path; empty or with a leading slash. */
  readonly path: string;
  /** What the origin access control signs for, where it signs always. */
  readonly signsFor: "s3" | "lambda" | undefined;
  /** Says who may use what is behind it. */
  readonly policy: ResourcePolicy;
}

export interface S3Origin extends OriginBase {
  readonly kind: "s3";
  readonly bucket: string;
}

export interface LambdaOrigin extends OriginBase {
  readonly kind: "lambda";
  readonly functionName: string;
  /** Alias of the Function URL; absent for $LATEST. */
  readonly qualifier?: string;
  /** With its qualifier. */
  readonly functionArn: string;
  readonly authType: string;
}

export type Origin = S3Origin | LambdaOrigin;

export interface Behaviour {
  readonly pattern: string;
  readonly origin: Origin;
  readonly allowedMethods: readonly string[];
  readonly cachedMethods: readonly string[];
  readonly compress: boolean;
  readonly cachePolicy: CachePolicy;
  readonly originRequestPolicy: OriginRequestPolicy;
  readonly responseHeadersPolicy?: ResponseHeadersPolicy;
  /** Source of the CloudFront Function that sees each request first. */
  readonly viewerRequest?: string;
}

/** A distribution with all that it refers to, as it is deployed. */
export interface Topology {
  readonly id: string;
  readonly arn: string;
  readonly domainName: string;
  /** In their order; the last one is the default, which takes every path. */
  readonly behaviours: readonly Behaviour[];
  /** Seconds for which an error of the origin is kept at least, by its status. */
  readonly errorTtls: ReadonlyMap<number, number>;
}
