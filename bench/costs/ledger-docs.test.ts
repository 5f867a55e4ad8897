import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { ledger } from "./ledger";
import { measuredOf } from "./measured";

const ROOT = join(__dirname, "..", "..");
const PAGE = join(ROOT, "docs", "costs.md");

const resultOf = (part: string) =>
  JSON.parse(readFileSync(join(ROOT, "bench", "results", `${part}.json`), "utf8")).result;

it("is in docs as the last results make it: npm run bench -- costs", () => {
  const measured = measuredOf(resultOf("cache"), resultOf("start"));
  expect(readFileSync(PAGE, "utf8")).toBe(ledger(measured));
});

it("links to what there is", () => {
  const units = { readUnits: 1, writeUnits: 1 };
  const time = { wallMs: 1, cpuMs: 1 };
  const written = ledger({
    charges: { hit: units, firstHit: units, miss: units },
    start: time,
    page: time,
  });
  const links = [...written.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path = ""]) => path);
  expect(links).not.toEqual([]);
  for (const path of links) expect([path, existsSync(join(dirname(PAGE), path))]).toEqual([path, true]);
});
