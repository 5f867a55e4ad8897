import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

import Negotiator from "negotiator";

/** What a Function URL hands over and takes back, as far as it matters here (payload format 2.0). */
export interface HttpEvent {
  readonly headers?: Readonly<Record<string, string>>;
}
export interface HttpResult {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly isBase64Encoded?: boolean;
}

/** Bytes; below this a body fits into a packet or two as it is. */
const WORTH_COMPRESSING = 1000;
const COMPRESSIBLE = /^(?:text\/|image\/svg\+xml|application\/(?:[\w.]+\+)?(?:json|javascript|xml))/;

/** Quality 5 of 11: what takes a millisecond or two for a page. */
const brotli = (body: Buffer) =>
  promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
const ENCODERS = { br: brotli, gzip: promisify<Buffer, Buffer>(gzip) };

/** What `@types/negotiator` does not know yet: which to take of those that the client likes as much. */
interface EncodingNegotiator {
  encoding(available: string[], options: { preferred: string[] }): string | undefined;
}

/** The same result in the encoding that the client likes best (RFC 9110, 12.5.3), where that makes it smaller. */
export async function compress(event: HttpEvent, result: HttpResult): Promise<HttpResult> {
  const { headers } = result;
  const body = Buffer.from(result.body, result.isBase64Encoded ? "base64" : "utf8");
  const type = headers["content-type"] ?? "";
  if (body.byteLength < WORTH_COMPRESSING || !COMPRESSIBLE.test(type) || headers["content-encoding"]) {
    return result;
  }
  const vary = [headers["vary"], "Accept-Encoding"].filter(Boolean).join(", ");
  const accepted = new Negotiator({ headers: { ...event.headers } }) as EncodingNegotiator;
  const encoding = accepted.encoding(["identity", "br", "gzip"], { preferred: ["br", "gzip"] });
  if (encoding !== "br" && encoding !== "gzip") return { ...result, headers: { ...headers, vary } };

  const encoded = await ENCODERS[encoding](body);
  const others = Object.entries(headers).filter(([name]) => name !== "content-length");
  return {
    ...result,
    body: encoded.toString("base64"),
    isBase64Encoded: true,
    headers: {
      ...Object.fromEntries(others),
      "content-encoding": encoding,
      vary,
      // The same bytes no longer, so no strong validator.
      ...(headers["etag"] && { etag: headers["etag"].replace(/^"/, 'W/"') }),
    },
  };
}
