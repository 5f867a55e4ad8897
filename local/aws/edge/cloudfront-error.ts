import type { Response } from "./message";

const TITLES: Readonly<Record<number, string>> = {
  400: "Bad request.",
  403: "Request blocked.",
  405: "Method not allowed.",
  414: "Request URI too large.",
  494: "Request header or cookie too large.",
  502: "The origin could not be asked.",
  503: "The function of the distribution failed.",
};

/** Returns an error that CloudFront itself answers with. */
export function cloudFrontError(status: number, detail = ""): Response {
  const title = `ERROR: The request could not be satisfied`;
  const lines = [TITLES[status] ?? "", detail].filter(Boolean).join(" ");
  return {
    status,
    headers: { server: "CloudFront", "content-type": "text/html" },
    setCookies: [],
    body: Buffer.from(
      `<!DOCTYPE html><html><head><title>${title}</title></head><body><h1>${status} ERROR</h1><p>${lines}</p></body></html>`,
    ),
  };
}

/** Bytes (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html). */
const MAX_URL = 8192;
const MAX_REQUEST = 20_480;
const KNOWN_METHODS = ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"];

/** Returns the error for a request that CloudFront takes for no distribution. */
export function refusedRequest(request: {
  readonly method: string;
  readonly url: string;
  readonly rawHeaders: readonly string[];
  readonly hasBody: boolean;
}): Response | undefined {
  const { method, url, rawHeaders, hasBody } = request;
  if (!KNOWN_METHODS.includes(method)) return cloudFrontError(405);
  if (!url.startsWith("/")) return cloudFrontError(400);
  if (url.length > MAX_URL) return cloudFrontError(414);
  // Each header is a line with a colon, a space and its end.
  const size = rawHeaders.reduce((sum, text) => sum + Buffer.byteLength(text) + 2, url.length);
  if (size > MAX_REQUEST) return cloudFrontError(494);
  // One of another method than GET would not be signed, and the function refuse it.
  if (hasBody) return cloudFrontError(403, "A request that is answered here has no body.");
  return undefined;
}
