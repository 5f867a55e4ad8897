import { measureCaches } from "./cache/measure";
import { measureHttp } from "./http/measure";
import { thisMachine } from "./machine";
import { record, writeReport, type Part } from "./results";
import { measurePages } from "./pages/measure";
import { measureStart } from "./start/measure";

const PARTS: readonly Part[] = ["cache", "http", "start", "pages"];

const say = (line: string) => console.log(`${new Date().toISOString().slice(11, 19)} ${line}`);

/**
 * Measures the parts that are named, or all of them, and records what came of it. A missed budget is a result.
 * @returns the exit code: 1 for a part that does not exist
 */
export async function main(names: readonly string[]): Promise<number> {
  const unknown = names.find((name) => !PARTS.some((part) => part === name));
  if (unknown !== undefined) {
    console.error(`There is no part "${unknown}": they are ${PARTS.join(", ")}.`);
    return 1;
  }
  const machine = thisMachine();
  const wanted = (part: Part) => names.length === 0 || names.includes(part);
  if (wanted("cache")) await record("cache", machine, await measureCaches(say));
  if (wanted("http")) await record("http", machine, await measureHttp(say));
  if (wanted("start")) await record("start", machine, await measureStart(say));
  if (wanted("pages")) await record("pages", machine, await measurePages(say));
  console.log(`\n${await writeReport()}`);
  return 0;
}
