import { measureCaches } from "./cache/measure";
import { measureHttp } from "./http/measure";
import { thisMachine } from "./machine";
import { measurePages } from "./pages/measure";
import { record, writeLedger, writeReport, type Part } from "./results";
import { measureStart } from "./start/measure";

const PARTS: readonly Part[] = ["cache", "http", "start", "pages"];

const say = (line: string) => console.log(`${new Date().toISOString().slice(11, 19)} ${line}`);

/** Measures nothing: what a month costs by what was measured last, which every run writes. */
const COSTS = "costs";

/**
 * Measures the parts that are named, or all of them, and records what came of it. A missed budget is a result.
 * @returns the exit code: 1 for a part that does not exist, or results that do not
 */
export async function main(names: readonly string[]): Promise<number> {
  const unknown = names.find((name) => name !== COSTS && !PARTS.some((part) => part === name));
  if (unknown !== undefined) {
    console.error(`There is no part "${unknown}": they are ${[...PARTS, COSTS].join(", ")}.`);
    return 1;
  }
  const machine = thisMachine();
  const wanted = (part: Part) => names.length === 0 || names.includes(part);
  if (wanted("cache")) await record("cache", machine, await measureCaches(say));
  if (wanted("http")) await record("http", machine, await measureHttp(say));
  if (wanted("start")) await record("start", machine, await measureStart(say));
  if (wanted("pages")) await record("pages", machine, await measurePages(say));
  console.log(`\n${await writeReport()}`);
  if (await writeLedger()) return 0;
  console.error("What a month costs takes the parts cache and start.");
  return names.includes(COSTS) ? 1 : 0;
}
