import lighthouse, { type RunnerResult } from "lighthouse";

import { median } from "../statistics";

/** What Lighthouse says of a page on a phone: scores of 100, times in milliseconds; medians of all runs. */
export interface Audit {
  readonly performance: number;
  readonly accessibility: number;
  readonly bestPractices: number;
  readonly seo: number;
  readonly lcpMs: number;
  readonly tbtMs: number;
  readonly cls: number;
  /** What is not perfect and was meant to be, by the names of Lighthouse's audits. */
  readonly short: readonly string[];
}

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"] as const;

/** Audits of which no page is to fail any; performance is a matter of the machine. */
const GATED = ["accessibility", "best-practices", "seo"] as const;

/** What search engines are asked to leave alone fails this, and means to. */
const INDEXED = "is-crawlable";

function failed({ lhr }: RunnerResult): string[] {
  return GATED.flatMap((category) =>
    (lhr.categories[category]?.auditRefs ?? [])
      .filter(({ id, weight }) => weight > 0 && (lhr.audits[id]?.score ?? 1) < 1)
      .map(({ id }) => id),
  );
}

/**
 * Has Lighthouse look at a page, several times.
 *
 * @param port where the browser can be debugged
 * @param indexed whether search engines may list the page
 * @throws when Lighthouse could not look at the page
 */
export async function audit(url: string, port: number, runs: number, indexed: boolean): Promise<Audit> {
  const results: RunnerResult[] = [];
  for (let run = 0; run < runs; run++) {
    const result = await lighthouse(url, { port, onlyCategories: [...CATEGORIES], logLevel: "error" });
    if (!result || result.lhr.runtimeError) {
      throw new Error(`Lighthouse: ${result?.lhr.runtimeError?.message ?? "no result"}`);
    }
    results.push(result);
  }
  const score = (category: (typeof CATEGORIES)[number]) =>
    100 * median(results.map(({ lhr }) => lhr.categories[category]?.score ?? 0));
  const value = (id: string) => median(results.map(({ lhr }) => lhr.audits[id]?.numericValue ?? 0));
  return {
    performance: score("performance"),
    accessibility: score("accessibility"),
    bestPractices: score("best-practices"),
    seo: score("seo"),
    lcpMs: value("largest-contentful-paint"),
    tbtMs: value("total-blocking-time"),
    cls: value("cumulative-layout-shift"),
    short: [...new Set(results.flatMap(failed))].filter((id) => indexed || id !== INDEXED),
  };
}
