import type { ChildProcess } from "node:child_process";
import type { EventEmitter } from "node:events";

const runs = ({ exitCode, signalCode }: ChildProcess) => exitCode === null && signalCode === null;

/**
 * Leaves Ctrl-C to a child, which hears of it from the terminal itself, and hands on what only this process hears.
 * Terraform then finishes what it is at, writes its state and gives its lock back.
 *
 * @param signals emits what this process hears
 * @returns what ends that
 */
export function endInOrder(child: ChildProcess, signals: EventEmitter = process): () => void {
  const leave = () => {};
  const handOn = () => void (runs(child) && child.kill("SIGTERM"));
  signals.on("SIGINT", leave);
  for (const signal of ["SIGTERM", "SIGHUP"]) signals.on(signal, handOn);
  return () => {
    signals.off("SIGINT", leave);
    for (const signal of ["SIGTERM", "SIGHUP"]) signals.off(signal, handOn);
  };
}

/**
 * Kills a detached child with all that it started (Terraform's provider is a process too) once `stop` is aborted or
 * this process ends.
 *
 * @returns what ends that
 */
export function endAtOnce(child: ChildProcess, stop: AbortSignal): () => void {
  const kill = () => {
    if (child.pid === undefined || !runs(child)) return;
    try {
      process.kill(-child.pid, "SIGKILL");
    } catch (error) {
      // It may have ended by itself meanwhile.
      if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
    }
  };
  stop.addEventListener("abort", kill, { once: true });
  process.once("exit", kill);
  return () => {
    stop.removeEventListener("abort", kill);
    process.off("exit", kill);
  };
}
