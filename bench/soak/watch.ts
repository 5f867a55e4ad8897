import { readFileSync } from "node:fs";
import { cpus } from "node:os";

import { within, type Span } from "./spans";

/** What a second looked like from outside. */
export interface Sample {
  readonly at: number;
  /** Share of all processors that was busy, from 0 to 1. */
  readonly cpu: number;
  /** Megabytes (2^20) of each process's resident memory, null for one that is gone. */
  readonly memoryMb: readonly (number | null)[];
}

export interface Watch {
  readonly samples: readonly Sample[];
  stop(): void;
}

const EVERY_MS = 1000;

/** Linux tells it in a file; elsewhere there is none. */
function memoryMb(pid: number): number | null {
  try {
    const [, kilobytes] = /^VmRSS:\s*(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return kilobytes === undefined ? null : Number(kilobytes) / 1024;
  } catch (error) {
    if (["ENOENT", "ESRCH"].includes((error as NodeJS.ErrnoException).code ?? "")) return null;
    throw error;
  }
}

/** Milliseconds of all processors since the machine has started. */
function processorTime(): { readonly idle: number; readonly all: number } {
  const times = cpus().map((core) => core.times);
  const sum = (of: (one: (typeof times)[number]) => number) =>
    times.reduce((total, one) => total + of(one), 0);
  return {
    idle: sum(({ idle }) => idle),
    all: sum(({ idle, user, sys, nice, irq }) => idle + user + sys + nice + irq),
  };
}

/**
 * Looks each second how much memory processes take and how busy the machine is.
 * @param now milliseconds
 */
export function watch(pids: readonly number[], now: () => number): Watch {
  const samples: Sample[] = [];
  let before = processorTime();
  const timer = setInterval(() => {
    const time = processorTime();
    const cpu = 1 - (time.idle - before.idle) / Math.max(1, time.all - before.all);
    before = time;
    samples.push({ at: now(), cpu, memoryMb: pids.map(memoryMb) });
  }, EVERY_MS);
  return { samples, stop: () => clearInterval(timer) };
}

/** What the memory of the process at this place was in a time, in megabytes. */
export const memoryIn = (samples: readonly Sample[], index: number, span: Span): number[] =>
  within(samples, span).flatMap(({ memoryMb }) => memoryMb[index] ?? []);
