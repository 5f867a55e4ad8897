import type { Converter } from "@opennextjs/aws/types/overrides.js";

import { guardConverter } from "./guard-converter";

/** Takes an event for a request as it is, and answers without headers. */
const plain: Converter = {
  name: "plain",
  convertFrom: async (event) => event,
  convertTo: async ({ statusCode }) => ({ statusCode, headers: { "content-type": "text/plain" } }),
};
const guarded = guardConverter(plain);
const result = (headers: Record<string, string>) => ({ statusCode: 200, headers }) as never;

test("a request comes without what only a server may say", async () => {
  const headers = { accept: "text/html", "x-opennext-resolved-routes": "x" };
  expect(await guarded.convertFrom({ rawPath: "/", headers })).toEqual({
    rawPath: "/",
    headers: { accept: "text/html" },
  });
});

test("an answer has its age, and none where it has none", async () => {
  const answer = { statusCode: 200, headers: { "content-type": "text/plain" } };
  expect(await guarded.convertTo(result({ age: "0" }))).toEqual({
    ...answer,
    headers: { ...answer.headers, age: "0" },
  });
  expect(await guarded.convertTo(result({}))).toEqual(answer);
});
