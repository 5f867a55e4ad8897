import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { buildPackage } from "../../infrastructure/cli/package-bundle";
import { stopOnSignals } from "../stop-signal";
import { lifeOf } from "./life";
import { startLocalAws } from "./local-aws";
import { makeCheckout } from "./operator";
import { needsPackage } from "./package-state";
import { checkPrerequisites } from "./prerequisites";

const LOG_TAIL_LINES = 60;

const say = (line: string) => console.log(line);

/**
 * Does with an emulated AWS what an operator does with the real one in a year, from nothing to nothing.
 *
 * @returns the exit code: 1 after the first step that fails
 */
export async function scenario(): Promise<number> {
  const stop = stopOnSignals();
  const { python } = await checkPrerequisites();
  if (await needsPackage(process.cwd())) await buildPackage();
  const scratch = await mkdtemp(join(tmpdir(), "movies-viewer-scenario-"));
  const checkout = join(scratch, "checkout");
  await makeCheckout(checkout);
  const aws = await startLocalAws({ python, withStandIn: true });
  const { steps, end } = await lifeOf({ aws, checkout, say, stop });
  try {
    for (const [name, step] of steps) {
      const started = performance.now();
      await step();
      say(`  ok ${name} (${Math.round((performance.now() - started) / 1000)} s)`);
    }
    return 0;
  } catch (error) {
    const log = (await readFile(aws.logFile, "utf8")).trimEnd().split("\n");
    console.error(["The log ends with:", ...log.slice(-LOG_TAIL_LINES), ""].join("\n"));
    console.error(error);
    return 1;
  } finally {
    end();
    await aws.close();
    await rm(scratch, { recursive: true, force: true });
  }
}
