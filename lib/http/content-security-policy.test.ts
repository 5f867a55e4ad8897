import { contentSecurityPolicy, type PolicyOptions } from "./content-security-policy";

const policyOf = (options: Partial<PolicyOptions> = {}): Record<string, string[]> =>
  Object.fromEntries(
    contentSecurityPolicy({
      nonce: "bm9uY2U=",
      imageUrl: "https://images.example/t/p",
      development: false,
      ...options,
    })
      .split("; ")
      .map((directive) => [directive.split(" ")[0], directive.split(" ").slice(1)] as const),
  );

it("runs no script but what the answer brings and what that loads", () => {
  expect(policyOf()["script-src"]).toEqual(["'nonce-bm9uY2U='", "'strict-dynamic'", "'self'"]);
});

it("lets nothing be written into a page that is run, but the style of an element", () => {
  const loose = Object.entries(policyOf()).filter(([, sources]) => sources.join(" ").includes("unsafe"));
  expect(loose).toEqual([["style-src-attr", ["'unsafe-inline'"]]]);
});

it("takes pictures from us and from where TMDB's are", () => {
  expect(policyOf()["img-src"]).toEqual(["'self'", "data:", "https://images.example"]);
  expect(policyOf({ imageUrl: "http://localhost:4002/t/p" })["img-src"]).toContain("http://localhost:4002");
});

it("takes them from us alone where it is not known where TMDB's are", () => {
  expect(policyOf({ imageUrl: null })["img-src"]).toEqual(["'self'", "data:"]);
});

it("lets no page be framed, sent elsewhere or given another base", () => {
  expect(policyOf()).toMatchObject({
    "frame-ancestors": ["'none'"],
    "form-action": ["'self'"],
    "base-uri": ["'none'"],
    "object-src": ["'none'"],
  });
});

it("lets scripts be put together by eval in development only", () => {
  expect(policyOf({ development: true })["script-src"]).toContain("'unsafe-eval'");
});
