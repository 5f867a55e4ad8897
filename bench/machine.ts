import { cpus, loadavg, release, totalmem, type } from "node:os";

/** Where and when something was measured. */
export interface Machine {
  readonly date: string;
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly system: string;
  readonly node: string;
  /** Processes that wanted a core in the last minute, before anything was measured: above 0 others are at work. */
  readonly load: number;
}

/** This machine, now. */
export function thisMachine(): Machine {
  const cores = cpus();
  return {
    date: new Date().toISOString(),
    cpu: cores[0]?.model ?? "unknown",
    cores: cores.length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()}`,
    node: process.version,
    load: Math.round(10 * (loadavg()[0] ?? 0)) / 10,
  };
}
