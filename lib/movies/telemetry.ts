import { createHash } from "node:crypto";

import { Metrics, MetricUnit } from "@aws-lambda-powertools/metrics";

import type { AnswerEvent, CacheEvent } from "@/lib/cache/answer";
import { isUnsent } from "@/lib/tmdb/errors";

import { currentRequest } from "./current-request";

/** Keys hold what people searched for, so logs get their hash. */
export const hashOf = (key: string): string => createHash("sha256").update(key).digest("hex").slice(0, 12);

const OUTCOMES = { hit: "Hits", fetched: "Fetches", stale: "StaleHits", failed: "FailedAnswers" } as const;

export interface Telemetry {
  /** Writes what is worth a number. */
  note(event: CacheEvent): void;
}

/**
 * One line of JSON on standard output per answer, which is both the event and its metrics: CloudWatch's
 * Embedded Metric Format
 * (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html).
 * Silent where POWERTOOLS_METRICS_DISABLED is true; POWERTOOLS_SERVICE_NAME tells deployments apart. Both are the
 * library's own variables.
 */
export function createTelemetry(): Telemetry {
  const metrics = new Metrics({
    namespace: "MoviesViewer",
    serviceName: process.env["POWERTOOLS_SERVICE_NAME"] ?? "movies-viewer",
  });

  function noteAnswer({ outcome, hits, storeMs, originMs, ...event }: AnswerEvent): void {
    metrics.addMetric(OUTCOMES[outcome], MetricUnit.Count, 1);
    metrics.addMetric("StoreTime", MetricUnit.Milliseconds, rounded(storeMs));
    if (originMs > 0) metrics.addMetric("OriginTime", MetricUnit.Milliseconds, rounded(originMs));
    if (hits === null && outcome !== "failed") metrics.addMetric("UncountedAnswers", MetricUnit.Count, 1);
    if (event.storeFailed) metrics.addMetric("StoreFailures", MetricUnit.Count, 1);
    if (event.waited) metrics.addMetric("Waits", MetricUnit.Count, 1);
    if (event.tookOver) metrics.addMetric("Takeovers", MetricUnit.Count, 1);
    publish("answer", event.key, { outcome, hits: String(hits) });
  }

  function publish(
    event: string,
    key: string | undefined,
    facts: Readonly<Record<string, string>> = {},
  ): void {
    metrics.addMetadata("event", event);
    if (key !== undefined) metrics.addMetadata("keyHash", hashOf(key));
    const request = currentRequest();
    if (request) metrics.addMetadata("requestId", request.id);
    for (const [name, fact] of Object.entries(facts)) metrics.addMetadata(name, fact);
    metrics.publishStoredMetrics();
  }

  return {
    note(event) {
      switch (event.type) {
        case "answer":
          return noteAnswer(event);
        case "window-ended":
          metrics.addMetric("HitsPerWindow", MetricUnit.Count, event.hits);
          return publish(event.type, event.key);
        case "origin-failed":
          // Held against each other: what TMDB was asked in vain, and what it was not asked at all.
          metrics.addMetric(isUnsent(event.error) ? "OriginUnasked" : "OriginFailures", MetricUnit.Count, 1);
          return publish(event.type, event.key, {
            error: event.error instanceof Error ? event.error.name : "",
          });
        case "cool-down":
          metrics.addMetric("CoolDowns", MetricUnit.Count, 1);
          return publish(event.type, undefined, { until: new Date(event.until).toISOString() });
        case "hits-lost":
          metrics.addMetric("LostHits", MetricUnit.Count, event.count);
          return publish(event.type, event.key);
        case "hits-owed":
          metrics.addMetric("OwedHits", MetricUnit.Count, event.count);
          return publish(event.type, undefined);
      }
    },
  };
}

const rounded = (milliseconds: number) => Math.round(milliseconds * 100) / 100;
