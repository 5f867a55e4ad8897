import { LRUCache } from "lru-cache";

import type { Response } from "./message";

/** What a cached answer takes beside its body. Bytes. */
const OVERHEAD = 1000;

/** Answers that may be given again, up to a number of bytes: the ones used longest ago go first. */
export class EdgeCache {
  readonly #answers: LRUCache<
    string,
    { readonly response: Response; readonly at: number; readonly until: number }
  >;
  readonly #now: () => number;

  constructor(maxBytes: number, now: () => number = Date.now) {
    this.#now = now;
    this.#answers = new LRUCache({
      maxSize: maxBytes,
      sizeCalculation: ({ response }, key) => response.body.length + key.length + OVERHEAD,
    });
  }

  /** Returns a fresh answer and its age in whole seconds. */
  get(key: string): { readonly response: Response; readonly age: number } | undefined {
    const found = this.#answers.get(key);
    if (!found || this.#now() >= found.until) return undefined;
    return { response: found.response, age: Math.floor((this.#now() - found.at) / 1000) };
  }

  set(key: string, response: Response, ttlSeconds: number): void {
    const at = this.#now();
    this.#answers.set(key, { response, at, until: at + ttlSeconds * 1000 });
  }
}
