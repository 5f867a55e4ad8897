import { IDLE, type Ask, type Asks } from "./asks";
import { outcomeOf, type Outcome } from "./outcome";
import { sendTraffic } from "./traffic";

export interface TrafficRun {
  /** Of all requests that were answered, but for those that are idle. */
  readonly outcomes: readonly Outcome[];
  /** Requests that were sent. */
  readonly sent: number;
  /** Connections that failed, and requests that were not answered in time. */
  readonly errors: number;
}

/** Longer than the app takes for any answer: none that is counted is cut off at the end. */
const DRAIN_SECONDS = 10;

/**
 * Sends each server its part of the traffic: first what comes back in it, so that a process holds all of that before it
 * is measured, and when the time is over only what is idle.
 * @param perSecond requests to each server
 * @param now milliseconds since the traffic began
 */
export async function runTraffic(options: {
  readonly urls: readonly string[];
  readonly asks: Asks;
  readonly perSecond: number;
  readonly seconds: number;
  readonly now: () => number;
}): Promise<TrafficRun> {
  const { urls, asks, perSecond, seconds, now } = options;
  const outcomes: Outcome[] = [];
  let sent = 0;
  const traffic = () => {
    const known = asks.known.values();
    return (): Ask => {
      if (now() >= 1000 * seconds) return IDLE;
      sent += 1;
      return known.next().value ?? asks.next();
    };
  };
  const errors = await Promise.all(
    urls.map((url) =>
      sendTraffic({
        url,
        perSecond,
        seconds: seconds + DRAIN_SECONDS,
        next: traffic(),
        onAnswer: (asked) => void (asked.ask === IDLE || outcomes.push(outcomeOf(asked))),
        now,
      }),
    ),
  );
  return { outcomes, sent, errors: errors.reduce((sum, one) => sum + one, 0) };
}
