import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

const RUNTIME = "lambda/runtime.mjs";

/**
 * The sandboxes among processes.
 * @param processes lines of `ps -o pid=,ppid=,stat=,args=`
 * @param parent process id of what runs them
 * @returns their process ids; one that has ended, and that nobody has asked after yet, is no sandbox any more
 */
export function sandboxesIn(processes: string, parent: number): number[] {
  return processes.split("\n").flatMap((line) => {
    const [, pid, parentId, state = "", command = ""] = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? [];
    const isSandbox = Number(parentId) === parent && command.includes(RUNTIME) && !state.startsWith("Z");
    return isSandbox ? [Number(pid)] : [];
  });
}

/** Process ids of the sandboxes that a local cloud runs just now. */
export async function sandboxesOf(parent: number): Promise<number[]> {
  const { stdout } = await run("ps", ["-A", "-o", "pid=,ppid=,stat=,args="], { maxBuffer: 2 ** 24 });
  return sandboxesIn(stdout, parent);
}
