import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { buildPackage } from "../../infrastructure/cli/package-bundle";
import { Problem } from "../problem";
import { stopOnSignals } from "../stop-signal";
import { startLocalAws, type LocalAws } from "./local-aws";
import { makeCheckout } from "./operator";
import { needsPackage } from "./package-state";
import { checkPrerequisites } from "./prerequisites";
import { scenarioSteps } from "./scenario-steps";

const LOG_TAIL_LINES = 60;

const say = (line: string) => console.log(line);

/** Takes the steps one after the other, up to the first that fails, and tells what the log says of that one. */
async function takeSteps(aws: LocalAws, checkout: string, stop: AbortSignal): Promise<void> {
  const { steps, end } = await scenarioSteps({ aws, checkout, say, stop });
  try {
    for (const [name, step] of steps) {
      const started = performance.now();
      await step();
      say(`  ok ${name} (${Math.round((performance.now() - started) / 1000)} s)`);
    }
  } catch (error) {
    const log = (await readFile(aws.logFile, "utf8")).trimEnd().split("\n");
    console.error(["The log ends with:", ...log.slice(-LOG_TAIL_LINES), ""].join("\n"));
    throw error;
  } finally {
    end();
  }
}

/**
 * Does with an emulated AWS what an operator does with the real one in a year, from nothing to nothing.
 *
 * @returns the exit code: 1 after the first step that fails, or where something is missing, which has been printed then
 */
export async function scenario(): Promise<number> {
  const stop = stopOnSignals();
  let scratch: string | undefined;
  let aws: LocalAws | undefined;
  try {
    const { python } = await checkPrerequisites();
    if (await needsPackage(process.cwd())) await buildPackage();
    scratch = await mkdtemp(join(tmpdir(), "movies-viewer-scenario-"));
    const checkout = join(scratch, "checkout");
    await makeCheckout(checkout);
    aws = await startLocalAws({ python, withStandIn: true });
    await takeSteps(aws, checkout, stop);
    return 0;
  } catch (error) {
    console.error(error instanceof Problem ? error.message : error);
    return 1;
  } finally {
    await aws?.close();
    if (scratch) await rm(scratch, { recursive: true, force: true });
  }
}
