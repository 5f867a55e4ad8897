import type { SQSEvent } from "aws-lambda";

import type { CacheClearing } from "@/lib/cache/clearing";

import { createHandler } from "./cache-clearer";

const KEYS = [
  "search?language=en-US&page=1&query=matrix",
  "search?language=en-US&page=2&query=matrix",
  "search?language=en-US&page=1&query=amelie",
  "movie?id=603&language=en-US",
  ...Array.from({ length: 20 }, (_, id) => `movie?id=${id}&language=en-US`),
];

let cleared: string[];
let lines: Record<string, unknown>[];
const clearing: CacheClearing = {
  async *keys() {
    yield* KEYS;
  },
  async clear(key) {
    cleared.push(key);
  },
};

beforeEach(() => {
  cleared = [];
  lines = [];
  jest.spyOn(process.stdout, "write").mockImplementation((line) => lines.push(JSON.parse(String(line))) > 0);
});
afterEach(() => jest.restoreAllMocks());

const messages = (...bodies: string[]) =>
  ({ Records: bodies.map((body, index) => ({ messageId: `m${index}`, body })) }) as unknown as SQSEvent;
const asking = (detail: unknown) => JSON.stringify({ source: "movies-viewer", detail });

it("clears everything", async () => {
  expect(await createHandler(clearing)(messages(asking({})))).toEqual({ batchItemFailures: [] });
  expect(cleared).toEqual(KEYS);
  expect(lines).toEqual([expect.objectContaining({ event: "cache-cleared", keys: KEYS.length })]);
});

it("clears the searches for one query alone", async () => {
  await createHandler(clearing)(messages(asking({ query: " Matrix" })));
  expect(cleared).toEqual(KEYS.slice(0, 2));
});

it("gives back the messages that failed, and those alone", async () => {
  const failing: CacheClearing = {
    ...clearing,
    async clear(key) {
      if (key.includes("amelie")) throw new RangeError("throttled");
      cleared.push(key);
    },
  };
  const batch = messages(asking({ query: "matrix" }), asking({ query: "amelie" }), "{", asking({ query: 7 }));
  expect(await createHandler(failing)(batch)).toEqual({
    batchItemFailures: [{ itemIdentifier: "m1" }, { itemIdentifier: "m2" }, { itemIdentifier: "m3" }],
  });
  expect(cleared).toEqual(KEYS.slice(0, 2));
  expect(lines[1]).toMatchObject({ event: "cache-clearing-failed", messageId: "m1", error: "RangeError" });
});
