import type { CacheResult } from "../cache/measure";
import type { StartResult } from "../start/measure";
import type { Measured } from "./usage";

/** What of the bench's results costs money. */
export const measuredOf = ({ peers }: CacheResult, { product }: StartResult): Measured => ({
  charges: peers.ours.charges,
  start: { wallMs: product.p50, cpuMs: product.startCpuMs },
  page: { wallMs: product.pageMs, cpuMs: product.pageCpuMs },
});
