import { originRequest, sendsViewerHost } from "./origin-request";
import { ALL, toLambda, toS3 } from "./testing/behaviour";
import type { Behaviour } from "./topology";

const viewer = {
  method: "GET",
  path: "/a%20b",
  query: "query=x&_rsc=1",
  headers: {
    host: "d1.cloudfront.net",
    "user-agent": "Firefox",
    "accept-encoding": "zstd, br",
    cookie: "a=1; b=2",
    rsc: "1",
    connection: "keep-alive, x-hop",
    te: "trailers",
    "x-amz-cf-id": "forged",
    "x-forwarded-proto": "http",
    "x-forwarded-for": "9.9.9.9",
    via: "1.1 proxy",
    "if-none-match": '"e"',
  },
  ip: "10.0.0.1",
};
const sent = (behaviour: Behaviour) =>
  originRequest(viewer, behaviour, { requestId: "id", edgeName: "d1.net" });

test("all but Host: the function gets the viewer's headers, cookies and query", () => {
  expect(sent(toLambda)).toEqual({
    method: "GET",
    path: "/a%20b",
    query: "query=x&_rsc=1",
    headers: {
      host: "abc123.lambda-url.eu-west-3.on.aws",
      "user-agent": "Firefox",
      "accept-encoding": "zstd, br",
      cookie: "a=1; b=2",
      rsc: "1",
      "if-none-match": '"e"',
      via: "1.1 proxy, 1.1 d1.net (CloudFront)",
      "x-amz-cf-id": "id",
      "x-forwarded-for": "9.9.9.9, 10.0.0.1",
    },
  });
});

test("no policy: the origin gets what CloudFront says itself, below the origin's path", () => {
  expect(sent(toS3)).toMatchObject({
    path: "/_assets/a%20b",
    query: "",
    headers: {
      host: "assets.s3.eu-west-3.amazonaws.com",
      "user-agent": "Amazon CloudFront",
      "accept-encoding": "br",
    },
  });
  expect(sent(toS3).headers).not.toHaveProperty("cookie");
  expect(sent(toS3).headers).not.toHaveProperty("rsc");
});

test("what is in the cache key reaches the origin too", () => {
  const cachePolicy = {
    ...toS3.cachePolicy,
    headers: { take: "allExcept", names: ["accept"] },
    cookies: { take: "allExcept", names: ["a"] },
    queries: { take: "allExcept", names: ["query"] },
  } as const;
  const { headers, query } = sent({ ...toS3, cachePolicy });
  expect([headers["rsc"], headers["cookie"], query]).toEqual(["1", "b=2", "_rsc=1"]);
});

test("the encodings are CloudFront's where it knows some, and gone where the viewer knows none of them", () => {
  const behaviour = { ...toLambda, cachePolicy: { ...toS3.cachePolicy, brotli: false } };
  expect(sent(behaviour).headers).not.toHaveProperty("accept-encoding");
});

test("a policy that forwards Host sends the viewer's", () => {
  const behaviour = {
    ...toLambda,
    originRequestPolicy: { ...toLambda.originRequestPolicy, headers: ALL },
  };
  expect(sendsViewerHost(behaviour)).toBe(true);
  expect(sendsViewerHost(toLambda)).toBe(false);
  expect(sent(behaviour).headers["host"]).toBe("d1.cloudfront.net");
});
