import { siteAddress } from "./site-address";

let sent = new Headers();
jest.mock("next/headers", () => ({ headers: async () => sent }));

test.each([
  [{ host: "movies.example" }, "http://movies.example"],
  [
    { host: "lambda.internal", "x-forwarded-host": "movies.example", "x-forwarded-proto": "https" },
    "https://movies.example",
  ],
  [
    {
      host: "lambda.internal",
      "x-forwarded-host": "movies.example, proxy.internal",
      "x-forwarded-proto": "https,http",
    },
    "https://movies.example",
  ],
  [{ host: "movies.example", "x-forwarded-host": "", "x-forwarded-proto": "" }, "http://movies.example"],
  [{}, "http://localhost"],
  [{ host: "movies.example", "x-forwarded-host": "[" }, "http://localhost"],
  [{ host: "movies.example", "x-forwarded-proto": "gopher" }, "http://movies.example"],
  [{ "x-forwarded-host": "movies.example/path?query#fragment" }, "http://movies.example"],
])("%j is seen at %s", async (headers, address) => {
  sent = new Headers(headers as Record<string, string>);
  expect(await siteAddress()).toBe(address);
  expect(() => new URL(address)).not.toThrow();
});
