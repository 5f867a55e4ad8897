import { applyResponseHeaders, type CorsPolicy } from "./response-headers";

const get = { method: "GET", origin: undefined };
const policy = {
  added: [
    { name: "x-frame-options", value: "DENY", override: true },
    { name: "permissions-policy", value: "camera=()", override: false },
  ],
  removed: ["x-powered-by", "server"],
};

test("headers are added, those of the origin stay where the policy does not override them", () => {
  expect(
    applyResponseHeaders(
      { "x-frame-options": "SAMEORIGIN", "permissions-policy": "camera=*", server: "x", etag: '"e"' },
      policy,
      get,
    ),
  ).toEqual({ "x-frame-options": "DENY", "permissions-policy": "camera=*", etag: '"e"' });
  expect(applyResponseHeaders({}, policy, get)).toEqual({
    "x-frame-options": "DENY",
    "permissions-policy": "camera=()",
  });
});

test("no policy, no change", () => {
  expect(applyResponseHeaders({ a: "1" }, undefined, get)).toEqual({ a: "1" });
});

const cors: CorsPolicy = {
  origins: ["*.example.com"],
  methods: ["GET", "HEAD"],
  headers: ["X-A"],
  exposed: ["Age"],
  credentials: false,
  maxAge: 60,
  override: true,
};
const answered = (
  method: string,
  origin: string | undefined,
  change: Partial<CorsPolicy> = {},
  headers = {},
) =>
  applyResponseHeaders(headers, { added: [], removed: [], cors: { ...cors, ...change } }, { method, origin });

test("CORS: an origin that is allowed, and no other", () => {
  expect(answered("GET", "https://a.example.com", {}, { vary: "rsc" })).toEqual({
    "access-control-allow-origin": "https://a.example.com",
    "access-control-expose-headers": "Age",
    vary: "rsc, Origin",
  });
  expect(answered("GET", "https://example.org")).toEqual({});
  expect(answered("GET", undefined)).toEqual({});
});

test("CORS: every origin", () => {
  expect(answered("GET", "https://x.org", { origins: ["*"], exposed: [] })).toEqual({
    "access-control-allow-origin": "*",
  });
  expect(answered("GET", "https://x.org", { origins: ["*"], credentials: true })).toMatchObject({
    "access-control-allow-origin": "https://x.org",
    "access-control-allow-credentials": "true",
  });
});

test("CORS: a preflight", () => {
  expect(answered("OPTIONS", "https://a.example.com")).toMatchObject({
    "access-control-allow-methods": "GET, HEAD",
    "access-control-allow-headers": "X-A",
    "access-control-max-age": "60",
  });
});

test("CORS: who wins", () => {
  const origins = { "access-control-allow-origin": "https://mine.org" };
  expect(answered("GET", "https://a.example.com", { override: false }, origins)).toMatchObject(origins);
  expect(answered("GET", "https://a.example.com", {}, origins)).not.toMatchObject(origins);
});
