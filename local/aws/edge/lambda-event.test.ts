import { functionUrlEvent } from "./lambda-event";

const request = {
  method: "GET",
  path: "/movies/%C3%A9",
  query: "a=1&a=2&q=x%20y+z&__proto__=p",
  headers: {
    host: "abc.lambda-url.eu-west-3.on.aws",
    "user-agent": "UA",
    cookie: "a=1; b=2",
    authorization: "x",
  },
};
const eventOf = (change: Partial<typeof request> = {}) =>
  functionUrlEvent(
    { ...request, ...change },
    "abc.lambda-url.eu-west-3.on.aws",
    { accountId: "123456789012", sourceIp: "127.0.0.1" },
    { id: "6f0c6b70-1111-4222-8333-944455556666", at: new Date("2026-03-02T09:03:58Z") },
  );

test("payload format 2.0", () => {
  const event = eventOf();
  expect(event).toMatchObject({
    version: "2.0",
    routeKey: "$default",
    rawPath: "/movies/%C3%A9",
    rawQueryString: "a=1&a=2&q=x%20y+z&__proto__=p",
    cookies: ["a=1", "b=2"],
    queryStringParameters: { a: "1,2", q: "x y z" },
    headers: {
      host: "abc.lambda-url.eu-west-3.on.aws",
      "user-agent": "UA",
      "x-forwarded-proto": "https",
      "x-forwarded-port": "443",
    },
    requestContext: {
      accountId: "123456789012",
      apiId: "abc",
      domainName: "abc.lambda-url.eu-west-3.on.aws",
      domainPrefix: "abc",
      http: {
        method: "GET",
        path: "/movies/%C3%A9",
        protocol: "HTTP/1.1",
        sourceIp: "127.0.0.1",
        userAgent: "UA",
      },
      requestId: "6f0c6b70-1111-4222-8333-944455556666",
      stage: "$default",
      time: "02/Mar/2026:09:03:58 +0000",
      timeEpoch: 1_772_442_238_000,
    },
    isBase64Encoded: false,
  });
  expect(event.headers).not.toHaveProperty("cookie");
  expect(event.headers).not.toHaveProperty("authorization");
  expect(event).not.toHaveProperty("body");
  expect(Object.keys(event.queryStringParameters ?? {})).toEqual(["a", "q", "__proto__"]);
});

test("without cookies and query", () => {
  const event = eventOf({ query: "", headers: { host: "x" } as never });
  expect(event).not.toHaveProperty("cookies");
  expect(event).not.toHaveProperty("queryStringParameters");
  expect(event.rawQueryString).toBe("");
});
