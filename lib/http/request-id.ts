import { randomUUID } from "node:crypto";

/** The response header that names a request to whoever sent it. */
export const REQUEST_ID_HEADER = "X-Request-Id";

/**
 * CloudFront names every request that it sends on
 * (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/request-and-response-behavior-s3-origin.html), and
 * answers with the same name; its own logs have it too.
 */
const CLOUDFRONT_ID_HEADER = "x-amz-cf-id";

/** What a request is called: CloudFront's name for it, or else a new one. */
export function requestIdOf(headers: Headers): string {
  const given = headers.get(CLOUDFRONT_ID_HEADER) ?? "";
  // Where there is no CloudFront a sender could write anything into the log.
  return /^[\w=-]{16,64}$/.test(given) ? given : randomUUID();
}
