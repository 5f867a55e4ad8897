import { brotliDecompressSync, gunzipSync } from "node:zlib";

import { compress, type HttpResult } from "./compress";

const page = "<p>The Matrix</p>".repeat(200);
const result = (change: Partial<HttpResult> = {}): HttpResult => ({
  statusCode: 200,
  headers: { "content-type": "text/html; charset=utf-8", "cache-control": "private, no-cache" },
  body: page,
  isBase64Encoded: false,
  ...change,
});
const accepting = (encodings?: string) => ({ headers: encodings ? { "accept-encoding": encodings } : {} });

it.each([
  ["gzip, deflate, br, zstd", "br"],
  ["gzip, deflate", "gzip"],
  ["br;q=0, gzip;q=0.5", "gzip"],
  ["*", "br"],
])("answers who accepts %s in %s", async (encodings, expected) => {
  const answer = await compress(accepting(encodings), result());
  expect(answer.headers).toMatchObject({ "content-encoding": expected, vary: "Accept-Encoding" });
  expect(answer.headers).toMatchObject({ "cache-control": "private, no-cache" });
  const body = Buffer.from(answer.body, "base64");
  expect(answer.isBase64Encoded).toBe(true);
  expect((expected === "br" ? brotliDecompressSync(body) : gunzipSync(body)).toString()).toBe(page);
});

it.each([[undefined], ["identity"], ["zstd"], ["br;q=0, gzip;q=0"]])(
  "answers who accepts %s as it is, and says that others get something else",
  async (encodings) => {
    const answer = await compress(accepting(encodings), result());
    expect(answer).toMatchObject({ body: page, headers: { vary: "Accept-Encoding" } });
    expect(answer.headers).not.toHaveProperty("content-encoding");
  },
);

it.each([
  ["a small body", { body: "x".repeat(999) }],
  ["a picture", { headers: { "content-type": "image/png" } }],
  ["what has no type", { headers: {} }],
  ["what is compressed", { headers: { "content-type": "text/html", "content-encoding": "gzip" } }],
])("leaves %s as it is", async (_name, change) => {
  const answer = result(change);
  expect(await compress(accepting("br"), answer)).toBe(answer);
});

it.each(["application/json", "application/problem+json", "image/svg+xml", "text/x-component"])(
  "compresses %s",
  async (type) => {
    const answer = await compress(accepting("gzip"), result({ headers: { "content-type": type } }));
    expect(answer.headers["content-encoding"]).toBe("gzip");
  },
);

it("compresses bytes that came in base64", async () => {
  const binary = result({ body: Buffer.from(page).toString("base64"), isBase64Encoded: true });
  const answer = await compress(accepting("gzip"), binary);
  expect(gunzipSync(Buffer.from(answer.body, "base64")).toString()).toBe(page);
});

it("keeps what else the answer varies with, makes its validator weak and drops its old length", async () => {
  const headers = { "content-type": "text/html", vary: "rsc", etag: '"a"', "content-length": "3400" };
  const answer = await compress(accepting("br"), result({ headers }));
  expect(answer.headers).toEqual({
    "content-type": "text/html",
    "content-encoding": "br",
    vary: "rsc, Accept-Encoding",
    etag: 'W/"a"',
  });
});
