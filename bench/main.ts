import { measureCaches } from "./cache/measure";
import { measureHttp } from "./http/measure";
import { thisMachine } from "./machine";
import { measurePages } from "./pages/measure";
import { record, writeLedger, writeReport, type Part } from "./results";
import { isBroken } from "./soak/claims";
import { measureSoak } from "./soak/measure";
import { measureSoakStack } from "./soak-stack/measure";
import { measureStart } from "./start/measure";

const PARTS: readonly Part[] = ["cache", "http", "start", "pages"];

/** What takes long, and is only done when it is named. */
const LONG_PARTS: readonly Part[] = ["soak", "soak-stack"];

const say = (line: string) => console.log(`${new Date().toISOString().slice(11, 19)} ${line}`);

/** Measures nothing: what a month costs by what was measured last, which every run writes. */
const COSTS = "costs";

/**
 * Measures the parts that are named, or all but the long ones, and records what came of it. A missed budget is a result; a
 * broken claim of a soak is a failure.
 * @returns the exit code: 1 for a part that does not exist, results that do not, or a broken claim
 */
export async function main(names: readonly string[]): Promise<number> {
  const parts = [...PARTS, ...LONG_PARTS];
  const unknown = names.find((name) => name !== COSTS && !parts.some((part) => part === name));
  if (unknown !== undefined) {
    console.error(`There is no part "${unknown}": they are ${[...parts, COSTS].join(", ")}.`);
    return 1;
  }
  const machine = thisMachine();
  const wanted = (part: Part) => (names.length === 0 ? PARTS.includes(part) : names.includes(part));
  let broken = false;
  if (wanted("cache")) await record("cache", machine, await measureCaches(say));
  if (wanted("http")) await record("http", machine, await measureHttp(say));
  if (wanted("start")) await record("start", machine, await measureStart(say));
  if (wanted("pages")) await record("pages", machine, await measurePages(say));
  if (wanted("soak")) {
    const result = await measureSoak(say);
    await record("soak", machine, result);
    broken ||= isBroken(result.claims);
  }
  if (wanted("soak-stack")) {
    const result = await measureSoakStack(say);
    await record("soak-stack", machine, result);
    broken ||= isBroken(result.claims);
  }
  console.log(`\n${await writeReport()}`);
  if (broken) {
    console.error("A claim is broken.");
    return 1;
  }
  if (await writeLedger()) return 0;
  console.error("What a month costs takes the parts cache and start.");
  return names.includes(COSTS) ? 1 : 0;
}
