import { INTERNAL_ERROR, readResult } from "./lambda-result";

const read = (payload: unknown) => {
  const { body, ...rest } = readResult(payload);
  return { ...rest, body: body.toString() };
};

test("a response", () => {
  expect(
    read({
      statusCode: 404,
      headers: { "Content-Type": "text/html", "X-Count": 3 },
      cookies: ["a=1; Path=/", "b=2"],
      body: "w6k=",
      isBase64Encoded: true,
    }),
  ).toEqual({
    status: 404,
    headers: { "content-type": "text/html", "x-count": "3" },
    setCookies: ["a=1; Path=/", "b=2"],
    body: "é",
  });
});

test("a response with next to nothing in it is JSON", () => {
  const expected = { status: 204, headers: { "content-type": "application/json" }, setCookies: [], body: "" };
  expect(read({ statusCode: 204 })).toEqual(expected);
  expect(read({ statusCode: 204, headers: null, body: null })).toEqual(expected);
});

test("cookies may come as a header too", () => {
  expect(read({ statusCode: 200, headers: { "Set-Cookie": "a=1" }, cookies: ["b=2"] }).setCookies).toEqual([
    "a=1",
    "b=2",
  ]);
});

test.each([
  ["hello", "hello"],
  [{ message: "hello" }, '{"message":"hello"}'],
  [[1], "[1]"],
  [null, "null"],
])("%j is no response, but JSON", (payload, body) => {
  expect(read(payload)).toEqual({
    status: 200,
    headers: { "content-type": "application/json" },
    setCookies: [],
    body,
  });
});

test.each([
  [{ statusCode: "ok" }],
  [{ statusCode: 99 }],
  [{ statusCode: 600 }],
  [{ statusCode: 200.5 }],
  [{ statusCode: 200, headers: "text" }],
  [{ statusCode: 200, headers: { a: ["1"] } }],
  [{ statusCode: 200, cookies: "a=1" }],
  [{ statusCode: 200, body: { a: 1 } }],
])("%j is refused", (payload) => {
  expect(readResult(payload)).toBe(INTERNAL_ERROR);
});
