import { mkdir, readFile, writeFile } from "node:fs/promises";

import { cacheReport } from "./cache/report";
import type { CacheResult } from "./cache/measure";
import { ledger } from "./costs/ledger";
import { measuredOf } from "./costs/measured";
import { httpReport } from "./http/report";
import type { HttpResult } from "./http/measure";
import type { Machine } from "./machine";
import type { PagesResult } from "./pages/measure";
import { pagesReport } from "./pages/report";
import type { SoakResult } from "./soak/measure";
import { soakReport } from "./soak/report";
import type { SoakStackResult } from "./soak-stack/measure";
import { soakStackReport } from "./soak-stack/report";
import type { StartResult } from "./start/measure";
import { startReport } from "./start/report";
import { lockedVersions } from "./versions";

interface PartResults {
  readonly cache: CacheResult;
  readonly http: HttpResult;
  readonly start: StartResult;
  readonly pages: PagesResult;
  readonly soak: SoakResult;
  readonly "soak-stack": SoakStackResult;
}

export type Part = keyof PartResults;

interface Recorded<P extends Part> {
  readonly machine: Machine;
  readonly result: PartResults[P];
}

const FOLDER = new URL("./results/", import.meta.url);
const LEDGER = new URL("../docs/costs.md", import.meta.url);

const fileOf = (part: Part) => new URL(`${part}.json`, FOLDER);

/** What was measured last, or undefined for a part that never was. */
async function read<P extends Part>(part: P): Promise<Recorded<P> | undefined> {
  try {
    return JSON.parse(await readFile(fileOf(part), "utf8")) as Recorded<P>;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

export async function record<P extends Part>(
  part: P,
  machine: Machine,
  result: PartResults[P],
): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  await writeFile(fileOf(part), `${JSON.stringify({ machine, result }, null, 2)}\n`);
}

const machineInWords = ({ date, cpu, cores, memoryGb, system, node, load }: Machine): string =>
  `Measured ${date.slice(0, 16).replace("T", " ")} UTC on ${cpu}, ${cores} cores, ${memoryGb} GB, ${system}, Node ${node}; load before it began: ${load}.`;

/** Writes and returns the report of what was measured last, part by part. */
export async function writeReport(): Promise<string> {
  const [cache, http, start] = [await read("cache"), await read("http"), await read("start")];
  const [pages, soak, stack] = [await read("pages"), await read("soak"), await read("soak-stack")];
  const parts = [
    "# What `npm run bench` measured\n\nWritten by the bench itself; the numbers in full are in the JSON files beside it.",
    ...(cache ? [cacheReport(cache.result, await lockedVersions()), machineInWords(cache.machine)] : []),
    ...(http ? [httpReport(http.result), machineInWords(http.machine)] : []),
    ...(start ? [startReport(start.result), machineInWords(start.machine)] : []),
    ...(pages ? [pagesReport(pages.result), machineInWords(pages.machine)] : []),
    ...(soak ? [soakReport(soak.result), machineInWords(soak.machine)] : []),
    ...(stack ? [soakStackReport(stack.result), machineInWords(stack.machine)] : []),
  ];
  const report = `${parts.join("\n\n")}\n`;
  await writeFile(new URL("README.md", FOLDER), report);
  return report;
}

/**
 * Writes what a month costs by what was measured last.
 * @returns false when a part that it takes was never measured
 */
export async function writeLedger(): Promise<boolean> {
  const [cache, start] = [await read("cache"), await read("start")];
  if (!cache || !start) return false;
  await writeFile(LEDGER, ledger(measuredOf(cache.result, start.result)));
  return true;
}
