import { brotliDecompressSync, gunzipSync } from "node:zlib";

import { compressed, encodingFor } from "./compression";
import { cachingDisabled, cachingForADay, toS3 } from "./testing/behaviour";

const response = {
  status: 200,
  headers: { "content-type": "text/css; charset=utf-8", etag: '"e"', vary: "rsc", "accept-ranges": "bytes" },
  setCookies: [],
  body: Buffer.from("a { color: red }\n".repeat(100)),
};
const choose = (accept?: string, change: object = {}, behaviour: object = {}) =>
  encodingFor({ ...toS3, ...behaviour }, accept, { ...response, ...change });

test.each([
  ["gzip, br", "br"],
  ["gzip", "gzip"],
  ["gzip, br;q=0", "gzip"],
  ["*", "br"],
  ["zstd", undefined],
  [undefined, undefined],
])("%s: %s", (accept, expected) => {
  expect(choose(accept)).toBe(expected);
});

test.each([
  ["999 bytes", { body: Buffer.alloc(999) }, {}],
  ["more than 10 MB", { body: Buffer.alloc(10_000_001) }, {}],
  ["a picture", { headers: { "content-type": "image/png" } }, {}],
  ["no type", { headers: {} }, {}],
  ["compressed already", { headers: { "content-type": "text/css", "content-encoding": "gzip" } }, {}],
  ["a redirect", { status: 302 }, {}],
  ["a part", { status: 206 }, {}],
  ["compression off", {}, { compress: false }],
  ["caching off", {}, { cachePolicy: { ...cachingForADay, maxTtl: 0 } }],
  ["no encoding in the policy", {}, { cachePolicy: { ...cachingDisabled, maxTtl: 1 } }],
])("not compressed: %s", (_name, change, behaviour) => {
  expect(choose("br, gzip", change, behaviour)).toBeUndefined();
});

test.each([1000, 10_000_000])("%d bytes are compressed", (size) => {
  expect(choose("br", { body: Buffer.alloc(size) })).toBe("br");
});

test.each(["application/javascript", "image/svg+xml", "font/ttf", "application/json", "text/x-component"])(
  "%s is compressed",
  (type) => expect(choose("gzip", { headers: { "content-type": type } })).toBe("gzip"),
);

test.each([
  ["br", brotliDecompressSync],
  ["gzip", gunzipSync],
] as const)("%s: the same bytes inside, a weak validator outside", async (encoding, decompress) => {
  const { body, headers } = await compressed(response, encoding);
  expect(decompress(body)).toEqual(response.body);
  expect(headers).toEqual({
    "content-type": "text/css; charset=utf-8",
    "content-encoding": encoding,
    etag: 'W/"e"',
    vary: "rsc, Accept-Encoding",
  });
});
