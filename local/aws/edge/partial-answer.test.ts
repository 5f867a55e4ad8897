import { partOf } from "./partial-answer";

const response = {
  status: 200,
  headers: {
    "content-type": "text/plain",
    etag: '"e"',
    "last-modified": "Thu, 01 Jan 2026 00:00:00 GMT",
    "cache-control": "max-age=60",
  },
  setCookies: [],
  body: Buffer.from("0123456789"),
};

test.each([
  [{ "if-none-match": '"e"' }, 304],
  [{ "if-none-match": 'W/"e"' }, 304],
  [{ "if-none-match": '"x", "e"' }, 304],
  [{ "if-none-match": "*" }, 304],
  [{ "if-none-match": '"x"' }, 200],
  [{ "if-modified-since": "Thu, 01 Jan 2026 00:00:00 GMT" }, 304],
  [{ "if-modified-since": "Wed, 31 Dec 2025 23:59:59 GMT" }, 200],
  [{ "if-modified-since": "Thu, 01 Jan 2026 00:00:00 GMT", "if-none-match": '"x"' }, 200],
  [{ "if-modified-since": "soon" }, 200],
  [{}, 200],
])("%j: %d", (headers, status) => {
  expect(partOf(response, headers as Record<string, string>).status).toBe(status);
});

test("304 has no body and describes none, but may be kept", () => {
  const { body, headers } = partOf(response, { "if-none-match": '"e"' });
  expect(body).toHaveLength(0);
  expect(Object.keys(headers)).toEqual(["etag", "last-modified", "cache-control"]);
});

test.each([
  ["bytes=0-3", "0123", "bytes 0-3/10"],
  ["bytes=8-", "89", "bytes 8-9/10"],
  ["bytes=8-99", "89", "bytes 8-9/10"],
  ["bytes=-3", "789", "bytes 7-9/10"],
  ["bytes=-99", "0123456789", "bytes 0-9/10"],
])("%s", (range, body, contentRange) => {
  const part = partOf(response, { range });
  expect([part.status, part.body.toString(), part.headers["content-range"]]).toEqual([
    206,
    body,
    contentRange,
  ]);
});

test.each(["bytes=10-", "bytes=5-2"])("%s can't be satisfied", (range) => {
  expect(partOf(response, { range })).toMatchObject({
    status: 416,
    headers: { "content-range": "bytes */10" },
  });
});

test.each(["bytes=0-1,4-5", "bytes=-", "lines=1-2"])("%s is answered with all of it", (range) => {
  expect(partOf(response, { range })).toBe(response);
});

test("a range of another representation is all of this one", () => {
  expect(partOf(response, { range: "bytes=0-1", "if-range": '"x"' })).toBe(response);
  expect(partOf(response, { range: "bytes=0-1", "if-range": '"e"' }).status).toBe(206);
});

test("errors are answered as they are", () => {
  const error = { ...response, status: 404 };
  expect(partOf(error, { "if-none-match": '"e"', range: "bytes=0-1" })).toBe(error);
});
