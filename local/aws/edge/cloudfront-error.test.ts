import { cloudFrontError, refusedRequest } from "./cloudfront-error";

const request = { method: "GET", url: "/", rawHeaders: ["Host", "x"], hasBody: false };

test.each([
  ["TRACE", { method: "TRACE" }, 405],
  ["a method nobody knows", { method: "PROPFIND" }, 405],
  ["a URL of a proxy", { url: "http://x/" }, 400],
  ["a URL of 8193 bytes", { url: `/${"x".repeat(8192)}` }, 414],
  ["headers of more than 20 480 bytes", { rawHeaders: ["Cookie", "x".repeat(20_480)] }, 494],
  ["GET with a body", { hasBody: true }, 403],
  ["OPTIONS with a body", { method: "OPTIONS", hasBody: true }, 403],
])("%s is refused", (_name, change, status) => {
  expect(refusedRequest({ ...request, ...change })?.status).toBe(status);
});

test.each([
  ["as it is", {}],
  ["a URL of 8192 bytes", { url: `/${"x".repeat(8191)}` }],
  ["long headers", { rawHeaders: ["Cookie", "x".repeat(20_000)] }],
  ["POST, which is up to the behaviour", { method: "POST" }],
])("%s is taken", (_name, change) => {
  expect(refusedRequest({ ...request, ...change })).toBeUndefined();
});

test("the error is CloudFront's", () => {
  const { status, headers, body } = cloudFrontError(403);
  expect([status, headers["server"]]).toEqual([403, "CloudFront"]);
  expect(body.toString()).toContain("403 ERROR");
});
