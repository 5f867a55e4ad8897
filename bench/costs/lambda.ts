/**
 * Memory at which Lambda gives one processor; below it a share in proportion.
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html
 */
export const FULL_CPU_MB = 1769;

/** Milliseconds on a clock, and of a processor that is one's own. */
export interface Work {
  readonly wallMs: number;
  readonly cpuMs: number;
}

/**
 * How long work takes in Lambda, in milliseconds, as a model: computing takes longer in proportion to the share of
 * a processor, waiting (for DynamoDB) does not. More than one processor is of no use to one JavaScript thread.
 */
export function durationMs({ wallMs, cpuMs }: Work, memoryMb: number): number {
  const share = Math.min(memoryMb / FULL_CPU_MB, 1);
  return cpuMs / share + Math.max(wallMs - cpuMs, 0);
}
