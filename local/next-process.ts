import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Problem } from "./problem";

// Longer than a page takes, shorter than patience.
const STOP_WITHIN_MS = 5000;
// Ctrl-C reaches us and Next at once; Next may be gone before we have heard of it.
const SIGNAL_SLACK_MS = 200;

/**
 * Runs a command of Next and returns when it has ended by itself or because of `stop`.
 * @param args such as `["start", "-p", "3000"]`
 * @throws {Problem} when it fails
 */
export async function runNext(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  stop: AbortSignal,
): Promise<void> {
  if (stop.aborted) return;
  // Node itself, not npx or a shell, so that a signal goes straight to Next.
  const next = join(process.cwd(), "node_modules", "next", "dist", "bin", "next");
  const child = spawn(process.execPath, [next, ...args], {
    env: { ...process.env, ...environment, NEXT_TELEMETRY_DISABLED: "1" },
    // Without a keyboard Next asks no questions.
    stdio: ["ignore", "inherit", "inherit"],
  });
  const kill = () => child.kill("SIGKILL");
  let deadline: NodeJS.Timeout | undefined;
  const end = () => {
    child.kill("SIGTERM");
    deadline = setTimeout(kill, STOP_WITHIN_MS);
  };
  stop.addEventListener("abort", end, { once: true });
  process.once("exit", kill);

  const [code, signal] = (await once(child, "exit")) as [number | null, NodeJS.Signals | null];
  clearTimeout(deadline);
  stop.removeEventListener("abort", end);
  process.off("exit", kill);
  if (code === 0) return;
  if (!stop.aborted) await sleep(SIGNAL_SLACK_MS);
  if (!stop.aborted) {
    throw new Problem(`"next ${args[0]}" ended unexpectedly (${signal ?? `exit code ${code}`}).`);
  }
}
