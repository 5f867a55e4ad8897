import { request as httpRequest, type IncomingHttpHeaders } from "node:http";
import { buffer } from "node:stream/consumers";
import { brotliDecompressSync } from "node:zlib";

import type { CacheBehavior, DefaultCacheBehavior } from "@aws-sdk/client-cloudfront";
import { TooManyRequestsException } from "@aws-sdk/client-lambda";
import { S3ServiceException } from "@aws-sdk/client-s3";

import type { LambdaService } from "../lambda/lambda-service";
import { startEdge, type Edge } from "./edge";
import { lambdaOrigin, s3Origin } from "./testing/behaviour";
import { fakeClients, type FakeCloud } from "./testing/fake-clients";

const METHODS = ["GET", "HEAD", "OPTIONS"] as const;
const script = "console.log('The Matrix');\n".repeat(100);

const items = <Item>(Items: Item[]) => ({ Quantity: Items.length, Items });
const behaviour = (TargetOriginId: string, CachePolicyId: string): DefaultCacheBehavior => ({
  TargetOriginId,
  CachePolicyId,
  ViewerProtocolPolicy: "redirect-to-https",
  AllowedMethods: { ...items([...METHODS]), CachedMethods: items(["GET", "HEAD"]) },
  Compress: true,
  ResponseHeadersPolicyId: "security",
});
const files = (PathPattern: string): CacheBehavior => ({ ...behaviour("s3", "a-day"), PathPattern });

const cacheParameters = (encodings: boolean) => ({
  EnableAcceptEncodingGzip: encodings,
  EnableAcceptEncodingBrotli: encodings,
  HeadersConfig: { HeaderBehavior: "none" },
  CookiesConfig: { CookieBehavior: "none" },
  QueryStringsConfig: { QueryStringBehavior: "none" },
});

/** The site as its Terraform deploys it. */
const site = (): FakeCloud => ({
  distribution: {
    CallerReference: "x",
    Comment: "",
    Enabled: true,
    DefaultRootObject: "",
    Origins: items([
      { Id: "s3", DomainName: s3Origin.domainName, OriginPath: "/_assets", OriginAccessControlId: "oac-s3" },
      { Id: "lambda", DomainName: lambdaOrigin.domainName, OriginAccessControlId: "oac-lambda" },
    ]),
    DefaultCacheBehavior: {
      ...behaviour("lambda", "off"),
      OriginRequestPolicyId: "all-but-host",
      FunctionAssociations: items([
        { EventType: "viewer-request", FunctionARN: "arn:aws:cloudfront::123456789012:function/host" },
      ]),
    },
    CacheBehaviors: items([files("_next/*"), files("favicon.ico")]),
    CustomErrorResponses: items(
      [403, 404, 500, 502, 503].map((ErrorCode) => ({ ErrorCode, ErrorCachingMinTTL: 0 })),
    ),
  },
  cachePolicies: {
    off: {
      MinTTL: 0,
      DefaultTTL: 0,
      MaxTTL: 0,
      ParametersInCacheKeyAndForwardedToOrigin: cacheParameters(false),
    },
    "a-day": {
      ...{ MinTTL: 0, DefaultTTL: 86_400, MaxTTL: 31_536_000 },
      ParametersInCacheKeyAndForwardedToOrigin: cacheParameters(true),
    },
  },
  originRequestPolicies: {
    "all-but-host": {
      HeadersConfig: { HeaderBehavior: "allExcept", Headers: items(["Host"]) },
      CookiesConfig: { CookieBehavior: "all" },
      QueryStringsConfig: { QueryStringBehavior: "all" },
    },
  },
  responseHeadersPolicies: {
    security: {
      SecurityHeadersConfig: {
        StrictTransportSecurity: {
          AccessControlMaxAgeSec: 31_536_000,
          IncludeSubdomains: false,
          Override: true,
        },
        FrameOptions: { FrameOption: "DENY", Override: true },
        ContentTypeOptions: { Override: true },
      },
      CustomHeadersConfig: items([{ Header: "Permissions-Policy", Value: "camera=()", Override: true }]),
    },
  },
  viewerFunctions: {
    host: `function handler(event) {
      var request = event.request;
      request.headers["x-forwarded-host"] = { value: request.headers.host.value };
      return request;
    }`,
  },
  accessControls: {
    "oac-s3": { type: "s3", signing: "always" },
    "oac-lambda": { type: "lambda", signing: "always" },
  },
  functions: {
    worker: { versions: {}, aliases: {} },
    app: {
      versions: {},
      aliases: { live: "1" },
      urls: { live: { url: `https://${lambdaOrigin.domainName}/`, authType: "AWS_IAM" } },
      policies: { live: { Statement: lambdaOrigin.policy } },
    },
  },
  bucketPolicies: { assets: { Statement: s3Origin.policy } },
  objects: {
    "assets/_assets/_next/a.js": {
      body: script,
      headers: {
        ContentType: "text/javascript",
        CacheControl: "public, max-age=31536000, immutable",
        ETag: '"e"',
        LastModified: new Date("2026-01-01T00:00:00Z"),
        Metadata: { build: "1" },
      },
    },
    "assets/_assets/favicon.ico": { body: "icon", headers: { ContentType: "image/x-icon", ETag: '"i"' } },
  },
});

type Event = { rawPath: string; rawQueryString: string; headers: Record<string, string> };
let edge: Edge;
let cloud: FakeCloud;
let asked: string[];
let events: Event[];
let errors: unknown[];
/** What the function answers with. */
let respond: (event: Event) => unknown;

const lambda: LambdaService = {
  async invoke(functionName, qualifier, event) {
    if (functionName !== "app" || qualifier !== "live") throw new Error("another function");
    events.push(event as Event);
    const payload = respond(event as Event);
    const isFailure = payload instanceof Error;
    return { payload, ...(isFailure && { functionError: "Unhandled" }), executedVersion: "1" };
  },
  close: async () => {},
};

async function serve(change: (deployed: FakeCloud) => void = () => {}): Promise<void> {
  cloud = site();
  change(cloud);
  [events, errors] = [[], []];
  respond = () => ({ statusCode: 200, headers: { "content-type": "text/html" }, body: "<p>page</p>" });
  const error = (name: string, status: number) =>
    new S3ServiceException({ name, $fault: "client", message: name, $metadata: { httpStatusCode: status } });
  const fake = fakeClients(cloud, error);
  asked = fake.asked;
  const options = { endpoint: "", region: "eu-west-3", distributionId: "E1", lambda, port: 0 };
  edge = await startEdge({ ...options, onError: (cause) => errors.push(cause) }, fake.clients);
}
afterEach(() => edge.close());

/** Unlike fetch it neither decompresses nor adds headers. */
async function get(
  path: string,
  headers: Record<string, string> = {},
  method = "GET",
  body = "",
): Promise<{ status: number; headers: IncomingHttpHeaders; bytes: Buffer; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(`${edge.url}${path}`, { method, headers, agent: false }, (response) => {
      buffer(response).then((bytes) => {
        const status = response.statusCode ?? 0;
        resolve({ status, headers: response.headers, bytes, text: bytes.toString() });
      }, reject);
    });
    sent.on("error", reject).end(body);
  });
}

describe("pages", () => {
  test("come from the function, which gets the viewer's request with the edge's additions", async () => {
    await serve();
    const { status, headers, text } = await get("/movies/%C3%A9?query=a%20b", {
      cookie: "a=1",
      rsc: "1",
      "user-agent": "UA",
    });
    expect([status, text]).toEqual([200, "<p>page</p>"]);
    expect(headers).toMatchObject({
      "content-type": "text/html",
      "x-cache": "Miss from cloudfront",
      via: "1.1 d1.cloudfront.net (CloudFront)",
      "strict-transport-security": "max-age=31536000",
      "x-frame-options": "DENY",
      "x-content-type-options": "nosniff",
      "permissions-policy": "camera=()",
    });
    expect(events).toEqual([
      expect.objectContaining({
        rawPath: "/movies/%C3%A9",
        rawQueryString: "query=a%20b",
        cookies: ["a=1"],
        headers: expect.objectContaining({
          host: lambdaOrigin.domainName,
          "x-forwarded-host": new URL(edge.url).host,
          "x-forwarded-for": "127.0.0.1",
          "user-agent": "UA",
          rsc: "1",
        }),
      }),
    ]);
  });

  test("are asked for each time, whatever they say", async () => {
    await serve();
    respond = () => ({ statusCode: 200, headers: { "cache-control": "s-maxage=31536000" }, body: "x" });
    for (const path of ["/", "/"]) expect((await get(path)).headers["x-cache"]).toBe("Miss from cloudfront");
    expect(events).toHaveLength(2);
  });

  test("keep their cookies, their own compression and their length for HEAD", async () => {
    await serve();
    respond = () => ({
      statusCode: 200,
      headers: { "content-type": "text/html", "content-encoding": "br", upgrade: "h2c", "x-a": "1" },
      cookies: ["a=1", "b=2"],
      body: Buffer.from("12345").toString("base64"),
      isBase64Encoded: true,
    });
    const { headers, text } = await get("/", { "accept-encoding": "br" }, "HEAD");
    expect(text).toBe("");
    expect(headers).not.toHaveProperty("upgrade");
    expect(headers).toMatchObject({ "set-cookie": ["a=1", "b=2"], "content-length": "5", "x-a": "1" });
  });

  test("are kept where a policy lets them be, but only answers that say what is there", async () => {
    await serve(({ distribution }) => {
      distribution.DefaultCacheBehavior!.CachePolicyId = "a-day";
    });
    expect((await get("/")).headers["x-cache"]).toBe("Miss from cloudfront");
    expect((await get("/")).headers["x-cache"]).toBe("Hit from cloudfront");
    respond = () => ({ statusCode: 202, body: "later" });
    await get("/job");
    expect((await get("/job")).headers["x-cache"]).toBe("Miss from cloudfront");
  });

  test("are not compared with what the viewer has where nothing is kept: the function does that", async () => {
    await serve();
    respond = () => ({ statusCode: 200, headers: { etag: '"p"' }, body: "counted" });
    const { status, text } = await get("/", { "if-none-match": '"p"' });
    expect([status, text]).toEqual([200, "counted"]);
  });

  test("may be not modified", async () => {
    await serve();
    respond = ({ headers }) => ({ statusCode: headers["if-none-match"] === '"p"' ? 304 : 200, body: "" });
    const { status, headers, text } = await get("/", { "if-none-match": '"p"' });
    expect([status, headers["content-length"], text]).toEqual([304, undefined, ""]);
  });

  test.each([
    ["a failure of the function", () => new Error("x"), 502],
    ["a result that is no response", () => ({ statusCode: "x" }), 502],
    [
      "a function that is busy",
      () => {
        throw new TooManyRequestsException({ message: "Rate Exceeded.", $metadata: {} });
      },
      429,
    ],
    [
      "a function out of reach",
      () => {
        throw new Error("gone");
      },
      502,
    ],
  ])("%s is an error, asked again next time", async (_name, failing, expected) => {
    await serve();
    respond = failing;
    const { status, headers } = await get("/");
    expect([status, headers["x-cache"]]).toEqual([expected, "Error from cloudfront"]);
    expect(headers["x-frame-options"]).toBe("DENY");
    respond = () => ({ statusCode: 200, body: "back" });
    expect((await get("/")).text).toBe("back");
  });

  test("errors are kept for ten seconds where the distribution does not say 0", async () => {
    await serve(({ distribution }) => {
      distribution.CustomErrorResponses = items([]);
    });
    respond = () => ({ statusCode: 503, body: "down" });
    await get("/");
    respond = () => ({ statusCode: 200, body: "back" });
    const { status, text, headers } = await get("/");
    expect([status, text, headers["x-cache"]]).toEqual([503, "down", "Error from cloudfront"]);
    expect(events).toHaveLength(1);
  });
});

describe("the function is not reached", () => {
  test.each<[string, (deployed: FakeCloud) => void]>([
    ["without OAC", ({ distribution }) => delete distribution.Origins!.Items![1]!.OriginAccessControlId],
    [
      "unless CloudFront signs always",
      (c) => (c.accessControls["oac-lambda"] = { type: "lambda", signing: "never" }),
    ],
    [
      "with one permission of two",
      ({ functions }) =>
        (functions["app"] = {
          ...functions["app"]!,
          policies: { live: { Statement: [lambdaOrigin.policy[0]] } },
        }),
    ],
    ["without a policy", ({ functions }) => (functions["app"] = { ...functions["app"]!, policies: {} })],
    [
      "with the viewer's Host",
      ({ originRequestPolicies }) =>
        (originRequestPolicies["all-but-host"] = {
          HeadersConfig: { HeaderBehavior: "allExcept", Headers: items(["Accept"]) },
        }),
    ],
  ])("%s", async (_name, change) => {
    await serve(change);
    expect((await get("/")).status).toBe(403);
    expect(events).toEqual([]);
  });

  test("by a method that is not allowed, or by none that CloudFront knows", async () => {
    await serve();
    expect((await get("/", {}, "POST")).status).toBe(403);
    expect((await get("/", {}, "POST", "x")).status).toBe(403);
    expect((await get("/", {}, "TRACE")).status).toBe(405);
    expect((await get("/", { "content-length": "1" }, "GET", "x")).status).toBe(403);
    expect((await get(`/${"x".repeat(8192)}`)).status).toBe(414);
    expect((await get("/", { "x-long": "x".repeat(20_480) })).status).toBe(494);
    expect(events).toEqual([]);
    expect((await get("/", {}, "OPTIONS")).status).toBe(200);
  });

  test("when the CloudFront Function fails", async () => {
    await serve();
    cloud.viewerFunctions["host"] = "function handler() { throw new Error('broken') }";
    await edge.refresh();
    const broken = await get("/");
    expect(broken.status).toBe(503);
    expect(broken.headers["x-cache"]).toBe("FunctionExecutionError from cloudfront");
    expect(events).toEqual([]);
    expect(errors).toHaveLength(1);
  });
});

describe("files", () => {
  test("come from the bucket with their metadata, compressed, and from the cache the second time", async () => {
    await serve();
    const first = await get("/_next/a.js?x=1", { "accept-encoding": "gzip, br" });
    expect(first.status).toBe(200);
    expect(brotliDecompressSync(first.bytes).toString()).toBe(script);
    expect(first.headers).toMatchObject({
      "content-type": "text/javascript",
      "cache-control": "public, max-age=31536000, immutable",
      "content-encoding": "br",
      "content-length": String(first.bytes.length),
      etag: 'W/"e"',
      "last-modified": "Thu, 01 Jan 2026 00:00:00 GMT",
      vary: "Accept-Encoding",
      "x-amz-meta-build": "1",
      server: "AmazonS3",
      "x-cache": "Miss from cloudfront",
      "x-frame-options": "DENY",
    });
    const second = await get("/_next/a.js", { "accept-encoding": "br, gzip", cookie: "a=1" });
    expect(second.bytes).toEqual(first.bytes);
    expect(second.headers).toMatchObject({ "x-cache": "Hit from cloudfront", age: "0" });
    expect(asked.filter((name) => name === "GetObjectCommand")).toHaveLength(1);
    const plain = await get("/_next/a.js");
    expect([plain.text, plain.headers["x-cache"]]).toEqual([script, "Miss from cloudfront"]);
  });

  test("are not sent again to who has them, and by parts to who wants a part", async () => {
    await serve();
    expect((await get("/_next/a.js", { "if-none-match": '"e"' })).status).toBe(304);
    const part = await get("/_next/a.js", { range: "bytes=0-6" });
    expect([part.status, part.text, part.headers["x-cache"]]).toEqual([
      206,
      "console",
      "Hit from cloudfront",
    ]);
    const head = await get("/_next/a.js", { range: "bytes=0-6" }, "HEAD");
    expect([head.status, head.headers["content-length"], head.text]).toEqual([200, "2700", ""]);
  });

  test("are found by their decoded name, and a name that can't be decoded is refused", async () => {
    await serve();
    cloud.objects["assets/_assets/_next/[id] é.js"] = { body: "dynamic" };
    expect((await get("/_next/%5Bid%5D%20%C3%A9.js")).text).toBe("dynamic");
    expect((await get("/_next/%E9.js")).status).toBe(400);
  });

  test("HEAD alone asks for no body, and leaves nothing for GET", async () => {
    await serve();
    const head = await get("/_next/a.js", {}, "HEAD");
    expect([head.status, head.headers["content-length"]]).toEqual([200, "2700"]);
    expect((await get("/_next/a.js")).text).toBe(script);
    expect(asked.filter((name) => /Object/.test(name))).toEqual(["HeadObjectCommand", "GetObjectCommand"]);
  });

  test("conditions and ranges are the bucket's to answer where nothing is kept", async () => {
    await serve(({ distribution }) => {
      for (const one of distribution.CacheBehaviors!.Items!) one.CachePolicyId = "off";
    });
    expect((await get("/_next/a.js", { "if-none-match": '"e"' })).status).toBe(304);
    const part = await get("/_next/a.js", { range: "bytes=0-3" });
    expect([part.status, part.text, part.headers["content-range"]]).toEqual([206, "cons", "bytes 0-3/2700"]);
    expect(
      (await get("/_next/a.js", { "accept-encoding": "br" })).headers["content-encoding"],
    ).toBeUndefined();
  });

  test("an error is kept where the distribution says so, the one of HEAD not for GET", async () => {
    await serve(({ distribution }) => {
      distribution.CustomErrorResponses = items([{ ErrorCode: 403, ErrorCachingMinTTL: 10 }]);
    });
    expect((await get("/_next/c.js", {}, "HEAD")).status).toBe(403);
    cloud.objects["assets/_assets/_next/c.js"] = { body: "c" };
    expect((await get("/_next/c.js")).text).toBe("c");
    expect((await get("/_next/b.js")).text).toContain("AccessDenied");
    cloud.objects["assets/_assets/_next/b.js"] = { body: "b" };
    expect((await get("/_next/b.js")).status).toBe(403);
  });

  test("what is missing is refused, in the bucket's words, and asked for again", async () => {
    await serve();
    const missing = await get("/_next/b.js");
    expect([missing.status, missing.headers["x-cache"]]).toEqual([403, "Error from cloudfront"]);
    expect(missing.text).toContain("<Code>AccessDenied</Code>");
    cloud.objects["assets/_assets/_next/b.js"] = { body: "b" };
    expect((await get("/_next/b.js")).text).toBe("b");
  });

  test.each<[string, (deployed: FakeCloud) => void]>([
    [
      "of another distribution's bucket",
      ({ bucketPolicies }) => (bucketPolicies["assets"] = { Statement: [] }),
    ],
    ["without OAC", ({ distribution }) => delete distribution.Origins!.Items![0]!.OriginAccessControlId],
    [
      "unless CloudFront signs always",
      (c) => (c.accessControls["oac-s3"] = { type: "s3", signing: "no-override" }),
    ],
    ["outside of the prefix", ({ distribution }) => (distribution.Origins!.Items![0]!.OriginPath = "")],
  ])("%s are refused", async (_name, change) => {
    await serve(change);
    cloud.objects["assets/_next/a.js"] = { body: "outside" };
    expect((await get("/_next/a.js")).status).toBe(403);
    expect(asked).not.toContain("GetObjectCommand");
  });
});

test("what is deployed is read at the start and on request, not for each request", async () => {
  await serve();
  const read = () => asked.filter((name) => name === "GetDistributionCommand").length;
  await Promise.all([get("/"), get("/"), get("/favicon.ico")]);
  expect(read()).toBe(1);
  cloud.distribution.Origins!.Items![1]!.OriginPath = "/moved";
  await edge.refresh();
  expect(read()).toBe(2);
  await get("/");
  expect(events.at(-1)?.rawPath).toBe("/moved/");
});

test.each<[string, (deployed: FakeCloud) => void, string]>([
  ["disabled", ({ distribution }) => (distribution.Enabled = false), "The distribution E1 is disabled."],
  [
    "with a custom origin",
    ({ distribution }) => (distribution.Origins!.Items![0]!.DomainName = "example.com"),
    "example.com is neither",
  ],
  [
    "with a URL of no function",
    ({ functions }) => delete functions["app"],
    `No function has the URL https://${lambdaOrigin.domainName}/.`,
  ],
  [
    "without a cache policy",
    ({ distribution }) => delete distribution.DefaultCacheBehavior!.CachePolicyId,
    "The behaviour * has no cache policy",
  ],
  [
    "with a page for an error",
    ({ distribution }) =>
      (distribution.CustomErrorResponses = items([
        { ErrorCode: 502, ResponsePagePath: "/_next/sorry.html", ResponseCode: "503" },
      ])),
    "The error 502 has a page",
  ],
  [
    "with a root object",
    ({ distribution }) => (distribution.DefaultRootObject = "index.html"),
    "a default root object",
  ],
  [
    "with headers for an origin",
    ({ distribution }) =>
      (distribution.Origins!.Items![0]!.CustomHeaders = items([{ HeaderName: "x-key", HeaderValue: "1" }])),
    "headers of its own",
  ],
  [
    "with a method that has a body",
    ({ distribution }) => distribution.DefaultCacheBehavior!.AllowedMethods!.Items!.push("POST"),
    "The behaviour * has methods with a body",
  ],
  [
    "with a policy that names what it takes",
    ({ originRequestPolicies }) =>
      (originRequestPolicies["all-but-host"] = {
        HeadersConfig: { HeaderBehavior: "whitelist", Headers: items(["RSC"]) },
      }),
    'does not know the selection "whitelist"',
  ],
  [
    "with a policy for CORS",
    ({ responseHeadersPolicies }) => (responseHeadersPolicies["security"] = { CorsConfig: {} }),
    "does not know CORS",
  ],
  [
    "with a function for responses",
    ({ distribution }) =>
      (distribution.DefaultCacheBehavior!.FunctionAssociations!.Items![0]!.EventType = "viewer-response"),
    "a viewer-response function",
  ],
])("a distribution %s is not served", async (_name, change, message) => {
  await serve();
  const fake = site();
  change(fake);
  const { clients } = fakeClients(fake, () => new Error());
  const options = { endpoint: "", region: "eu-west-3", distributionId: "E1", lambda, port: 0 };
  await expect(startEdge(options, clients)).rejects.toThrow(message);
});
