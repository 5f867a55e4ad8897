import type { CacheStore, CountedHits } from "./store";

interface Batch {
  waiting: { resolve(hit: CountedHits | null): void; reject(error: unknown): void }[];
}

/** Counts one hit of a generation; null when the store holds that generation no longer. */
export type CountHit = (key: string, generation: string) => Promise<CountedHits | null>;

/**
 * Counts hits so that those which come while another of the same generation is under way share one
 * request to the store (a DynamoDB partition takes 1000 writes a second), and still get a number each.
 */
export function createHitCounter(store: Pick<CacheStore, "addHits">): CountHit {
  const batches = new Map<string, Batch>();

  async function drain(id: string, batch: Batch, key: string, generation: string): Promise<void> {
    while (batch.waiting.length > 0) {
      const sharing = batch.waiting;
      batch.waiting = [];
      try {
        const counted = await store.addHits(key, { generation }, sharing.length);
        sharing.forEach(({ resolve }, index) =>
          resolve(counted && { generation, hits: counted.hits - sharing.length + index + 1 }),
        );
      } catch (error) {
        for (const { reject } of sharing) reject(error);
      }
    }
    batches.delete(id);
  }

  return (key, generation) =>
    new Promise((resolve, reject) => {
      const id = `${generation} ${key}`;
      const underWay = batches.get(id);
      if (underWay) {
        underWay.waiting.push({ resolve, reject });
        return;
      }
      const batch = { waiting: [{ resolve, reject }] };
      batches.set(id, batch);
      void drain(id, batch, key, generation);
    });
}
