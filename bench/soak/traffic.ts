import { setTimeout as sleep } from "node:timers/promises";

import autocannon from "autocannon";

import type { Ask } from "./asks";
import type { RawAnswer } from "./read-answer";

/** A request that was answered. */
export interface Asked {
  readonly ask: Ask;
  /** When it was sent, on the clock of `now`. */
  readonly at: number;
  /** Milliseconds until its answer was there. */
  readonly tookMs: number;
  readonly answer: RawAnswer;
}

export interface TrafficOptions {
  readonly url: string;
  readonly perSecond: number;
  readonly seconds: number;
  /** Chooses each request when it is sent. */
  readonly next: () => Ask;
  readonly onAnswer: (asked: Asked) => void;
  /** Milliseconds. */
  readonly now: () => number;
}

/** Longer than the app takes for any answer. */
const TIMEOUT_SECONDS = 20;
/** A connection sends one request a second at most: these many begin at once. */
const AT_ONCE = 2;

interface Context {
  ask?: Ask;
  at?: number;
}

const lowerCase = (headers: object | undefined) =>
  Object.fromEntries(
    Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]),
  );

/**
 * Sends requests at a steady rate, however long the answers take, as far as each connection waits for its own. The rate
 * is autocannon's, which sends all of a second's requests at its beginning: so there are several, each a moment later.
 * @returns how many connections failed, and requests were not answered in time
 */
export async function sendTraffic(options: TrafficOptions): Promise<number> {
  const { url, perSecond, seconds, next, onAnswer, now } = options;
  const request: autocannon.Request = {
    setupRequest(defaults, context: Context) {
      const ask = next();
      Object.assign(context, { ask, at: now() });
      return { ...defaults, method: ask.method, path: ask.path };
    },
    onResponse(status, body, { ask, at }: Context, headers) {
      if (!ask || at === undefined) throw new Error("An answer to no request");
      onAnswer({ ask, at, tookMs: now() - at, answer: { status, headers: lowerCase(headers), body } });
    },
  };
  const lanes = Math.ceil(perSecond / AT_ONCE);
  const results = await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      await sleep((1000 * lane) / lanes);
      return autocannon({
        url,
        connections: AT_ONCE,
        overallRate: AT_ONCE,
        duration: seconds,
        timeout: TIMEOUT_SECONDS,
        requests: [request],
      });
    }),
  );
  return results.reduce((sum, { errors }) => sum + errors, 0);
}
