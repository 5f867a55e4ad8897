import { runViewerRequest } from "./viewer-function";

const viewer = {
  method: "GET",
  path: "/a",
  query: "q=a%20b&q=c&e&__proto__=p",
  headers: { host: "site.example", cookie: "s=1; t=a=b", accept: "*/*" },
  ip: "10.0.0.1",
};
const context = { distributionId: "E1", distributionDomainName: "d1.cloudfront.net", requestId: "id" };
const run = (code: string) => runViewerRequest(code, viewer, context);
const handler = (body: string) => run(`function handler(event) { ${body} }`);

test("the event is CloudFront's", async () => {
  const { headers } = await handler(`
    const seen = { value: JSON.stringify(event) };
    event.request.headers.seen = seen;
    return event.request;`);
  expect(JSON.parse(headers["seen"] ?? "")).toEqual({
    version: "1.0",
    context: { ...context, eventType: "viewer-request" },
    viewer: { ip: "10.0.0.1" },
    request: {
      method: "GET",
      uri: "/a",
      querystring: JSON.parse(
        '{"q":{"value":"a%20b","multiValue":[{"value":"a%20b"},{"value":"c"}]},"e":{"value":""},"__proto__":{"value":"p"}}',
      ),
      headers: { host: { value: "site.example" }, accept: { value: "*/*" } },
      cookies: { s: { value: "1" }, t: { value: "a=b" } },
    },
  });
});

test("a request that is left alone goes on as it was sent", async () => {
  expect(await handler("return event.request")).toEqual(viewer);
  expect(await run("async function handler(event) { return event.request }")).toEqual(viewer);
});

test("a request may be changed", async () => {
  const result = await handler(`
    const request = event.request;
    request.headers["x-forwarded-host"] = { value: request.headers.host.value };
    request.uri = "/b";
    delete request.querystring.q;
    request.cookies = { n: { value: "1" } };
    return request;`);
  expect(result).toEqual({
    ...viewer,
    path: "/b",
    query: "e=&__proto__=p",
    headers: { host: "site.example", accept: "*/*", "x-forwarded-host": "site.example", cookie: "n=1" },
  });
});

test.each([
  ["host", 'event.request.headers.host = { value: "other" }; return event.request'],
  ["host", "delete event.request.headers.host; return event.request"],
  ["x-amz-cf-id", 'event.request.headers["x-amz-cf-id"] = { value: "1" }; return event.request'],
])("the header %s must not be changed", async (name, body) => {
  await expect(handler(body)).rejects.toThrow(`The function changed the header ${name}, which it must not.`);
});

test.each([
  ["throws", "throw new Error('broken')", "broken"],
  ["returns nothing", "", "The function returned nothing."],
  [
    "answers itself",
    "return { statusCode: 302 }",
    "The function answers itself, which the edge does not know.",
  ],
  ["returns a URI without a slash", "event.request.uri = 'x'; return event.request", "leading slash"],
  ["never ends", "for (;;);", "timed out"],
  ["never settles", "return new Promise(() => {})", "did not return in time"],
  ["uses require", "require('fs')", "require is not defined"],
  ["uses process", "return process.env", "process is not defined"],
  ["fetches", "return fetch('http://x')", "fetch is not defined"],
  ["makes code", "return eval('1')", "Code generation from strings disallowed"],
  ["leaves its world", "return this.constructor.constructor('return process')()", "Code generation"],
])("fails when the function %s", async (_what, body, message) => {
  await expect(handler(body)).rejects.toThrow(message);
});

test("code that does not parse fails", async () => {
  await expect(run("function handler(")).rejects.toThrow();
});

test("nothing stays from one request to the next; logging is allowed", async () => {
  const code = `
    var count = 0;
    function handler({ request }) { console.log("x"); count += 1; request.uri = "/" + count; return request; }`;
  expect([await run(code), await run(code)]).toMatchObject([{ path: "/1" }, { path: "/1" }]);
});
