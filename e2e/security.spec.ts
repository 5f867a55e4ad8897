import type { APIResponse } from "@playwright/test";

import { baseUrl, isDeployed } from "./support/addresses";
import { someFilm } from "./support/films";
import { places } from "./support/places";
import { expect, test } from "./support/test";

const HEADERS = {
  "strict-transport-security": "max-age=31536000",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "strict-origin-when-cross-origin",
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
};

/** What each directive of the answer's policy allows. */
function policyOf(response: APIResponse): Readonly<Record<string, string>> {
  // Two policies in one header would be joined by a comma, and hold both.
  const header = response.headers()["content-security-policy"] ?? "";
  expect(header).not.toContain(",");
  return Object.fromEntries(
    header.split("; ").map((directive) => [directive.split(" ")[0], directive.split(" ").slice(1).join(" ")]),
  );
}

const nonceOf = (response: APIResponse) =>
  /'nonce-([^']{22,})'/.exec(policyOf(response)["script-src"] ?? "")?.[1];

for (const { name, url, status } of places) {
  test(`${name}: runs what the server has written into this very answer, and nothing else; it has a number`, async ({
    request,
  }) => {
    const response = await request.get(url);
    expect(response.status()).toBe(status);
    expect(response.headers()).toMatchObject(HEADERS);

    const nonce = nonceOf(response);
    expect(nonce).toBeDefined();
    expect(policyOf(response)).toMatchObject({
      "script-src": `'nonce-${nonce}' 'strict-dynamic' 'self'`,
      "style-src": `'self' 'nonce-${nonce}'`,
      "object-src": "'none'",
      "base-uri": "'none'",
      "form-action": "'self'",
      "frame-ancestors": "'none'",
    });
    const html = await response.text();
    const opened = html.match(/<(script|style)\b[^>]*>/g) ?? [];
    expect(opened.filter((tag) => !tag.includes(`nonce="${nonce}"`) && !tag.includes("ld+json"))).toEqual([]);
    expect(nonceOf(await request.get(url))).not.toBe(nonce);

    const id = response.headers()["x-request-id"] ?? "";
    expect(id).toMatch(/^[\w=-]{16,64}$/);
    // Whoever reports a failure of ours can say which request it was.
    expect(html.includes(`give its number: ${id}`)).toBe(status >= 500);
  });
}

const OTHERS: readonly (readonly [method: string, path: string, status: number])[] = [
  ["GET", "/api/movies?query=matrix", 200],
  ["GET", "/api/movies", 400],
  ["GET", "/api/movies/999999999", 404],
  ["GET", "/api/nothing", 404],
  ["GET", "/api/%ff", 400],
  // CloudFront itself refuses what it is not told to pass on.
  ...(isDeployed
    ? []
    : ([
        ["POST", "/api/movies", 405],
        ["POST", "/", 405],
      ] as const)),
  ["OPTIONS", "/api/movies", 204],
  ["GET", "/icon.svg", 200],
  ["GET", "/sw.js", 200],
  ["GET", "/robots.txt", 200],
  ["GET", "/manifest.webmanifest", 200],
];

for (const [method, path, status] of OTHERS) {
  test(`${method} ${path}: is neither framed nor taken for what it is not`, async ({ request }) => {
    const response = await request.fetch(`${baseUrl}${path}`, { method });
    expect(response.status()).toBe(status);
    expect(response.headers()).toMatchObject(HEADERS);
    expect(policyOf(response)["frame-ancestors"]).toBe("'none'");
    expect(policyOf(response)["script-src"]).not.toContain("unsafe");
  });
}

/** What only servers tell each other: the last is Next's router, which Next alone does not forgive (16.4). */
const INTERNAL_HEADERS: readonly Readonly<Record<string, string>>[] = [
  { "x-opennext-resolved-routes": "x" },
  { "x-opennext-initial-url": "x" },
  { "x-open-next-city": "%" },
  { "x-middleware-rewrite": "https://elsewhere.example/" },
  { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" },
  ...(isDeployed ? [{ rsc: "1", "next-router-state-tree": "x" }] : []),
];

for (const headers of INTERNAL_HEADERS) {
  test(`${Object.entries(headers).flat().join(" ")}: changes nothing where a visitor sends it`, async ({
    request,
  }) => {
    for (const path of ["/about", "/api/health"]) {
      const response = await request.get(path, { headers });
      expect(response.status()).toBe(200);
      expect(response.headers()).toMatchObject(HEADERS);
      expect(new URL(response.url()).pathname).toBe(path);
    }
  });
}

test("the way to another language has the same headers, and a number", async ({ request }) => {
  const response = await request.get("/en/about", { maxRedirects: 0 });
  expect(response.status()).toBe(307);
  expect(response.headers()).toMatchObject({
    ...HEADERS,
    "x-request-id": expect.stringMatching(/^[\w=-]{16,64}$/),
  });
  expect(policyOf(response)["frame-ancestors"]).toBe("'none'");
});

test("a file that is not there has the same headers", async ({ request }) => {
  const response = await request.get("/_next/static/chunks/nothing.js");
  // The bucket does not tell which files it has.
  expect(response.status()).toBe(isDeployed ? 403 : 404);
  expect(response.headers()).toMatchObject(HEADERS);
});

test("what a page is made of has the same headers", async ({ request }) => {
  const [chunk] = /\/_next\/static\/[^"]+\.js/.exec(await (await request.get("/")).text()) ?? [];
  const response = await request.get(chunk ?? "");
  expect(response.status()).toBe(200);
  expect(response.headers()).toMatchObject(HEADERS);
  expect(policyOf(response)["script-src"]).toBe("'none'");
});

test("a script that gets into a page all the same is not run", async ({ page, complaints }) => {
  await page.goto(someFilm);
  const ran = await page.evaluate(async () => {
    const blocked = new Promise<string>((resolve) =>
      addEventListener("securitypolicyviolation", ({ effectiveDirective }) => resolve(effectiveDirective)),
    );
    const { body } = document;
    body.insertAdjacentHTML("beforeend", `<img src="data:," onerror="document.title = 'taken over'" alt="">`);
    return { by: await blocked, title: document.title };
  });
  expect(ran.by).toBe("script-src-attr");
  expect(ran.title).not.toContain("taken over");
  // The browser says so on the console, once.
  expect(complaints.splice(0)).toHaveLength(1);
});
