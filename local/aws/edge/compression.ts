import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

import { acceptedEncodings, type Encoding } from "./accept-encoding";
import { addToken, without, type Response } from "./message";
import type { Behaviour } from "./topology";

/** Bytes, both ends included. */
const SIZES = { from: 1000, to: 10_000_000 };
const STATUSES = [200, 403, 404];

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/ServingCompressedFiles.html */
const TYPES = new Set(
  [
    ...["dash+xml", "eot", "font", "font-sfnt", "javascript", "json", "opentype", "otf", "pdf", "pkcs7-mime"],
    ...["protobuf", "rss+xml", "truetype", "ttf", "vnd.apple.mpegurl", "vnd.mapbox-vector-tile"],
    ...["vnd.ms-fontobject", "wasm", "xhtml+xml", "xml", "x-font-opentype", "x-font-truetype", "x-font-ttf"],
    ...["x-httpd-cgi", "x-javascript", "x-mpegurl", "x-opentype", "x-otf", "x-perl", "x-ttf"],
  ]
    .map((type) => `application/${type}`)
    .concat(["font/eot", "font/opentype", "font/otf", "font/ttf", "image/svg+xml", "vnd.apple.mpegurl"])
    .concat(["css", "csv", "html", "javascript", "js", "plain", "richtext"].map((type) => `text/${type}`))
    .concat(
      ["tab-separated-values", "xml", "x-component", "x-java-source", "x-script"].map((t) => `text/${t}`),
    ),
);

/** Returns how CloudFront would compress an answer, if at all. It compresses nothing that it may not keep. */
export function encodingFor(
  { compress, cachePolicy }: Pick<Behaviour, "compress" | "cachePolicy">,
  acceptEncoding: string | undefined,
  { status, headers, body }: Pick<Response, "status" | "headers" | "body">,
): Encoding | undefined {
  const type = (headers["content-type"] ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
  const isWorthIt =
    compress &&
    cachePolicy.maxTtl > 0 &&
    STATUSES.includes(status) &&
    TYPES.has(type) &&
    !headers["content-encoding"] &&
    body.length >= SIZES.from &&
    body.length <= SIZES.to;
  return isWorthIt ? acceptedEncodings(acceptEncoding, cachePolicy)[0] : undefined;
}

/** Returns the response compressed; its bytes are others, so its validator is weak. */
export async function compressed(response: Response, encoding: Encoding): Promise<Response> {
  const body =
    encoding === "br"
      ? await promisify(brotliCompress)(response.body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
      : await promisify<Buffer, Buffer>(gzip)(response.body);
  const { etag } = response.headers;
  return {
    ...response,
    body,
    headers: {
      ...without(response.headers, ["accept-ranges"]),
      "content-encoding": encoding,
      vary: addToken(response.headers["vary"], "Accept-Encoding"),
      ...(etag && { etag: etag.replace(/^"/, 'W/"') }),
    },
  };
}
