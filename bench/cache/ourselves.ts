import type { MemorySample } from "../jobs/many-keys";
import { sampleFilms } from "../setting/page";
import type { Summary } from "../statistics";
import { LONG_WINDOW_MS, type Setting } from "./setting";

/** What our own cache costs where the store costs nothing. */
export interface Ourselves {
  /** Microseconds of a hit that the process holds, without the counter's write. */
  readonly heldHit: Summary;
  readonly memory: readonly MemorySample[];
}

const KEYS = 100_000;

/** Each in a process of its own, for the sake of its memory. */
export async function measureOurselves(setting: Setting): Promise<Ourselves> {
  const fast = await setting.worker("ours", { windowMs: LONG_WINDOW_MS });
  const heldHit = await fast.do("heldHit");
  await fast.stop();
  const large = await setting.worker("ours", { windowMs: LONG_WINDOW_MS });
  const memory = await large.do("manyKeys", { keys: KEYS, films: await sampleFilms() });
  await large.stop();
  return { heldHit, memory };
}
