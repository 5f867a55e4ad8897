import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

import type { Answered, Asked, Job, Report } from "./job";

export interface FleetOptions {
  readonly size: number;
  readonly dynamoDbUrl: string;
  readonly upstreamUrl: string;
  readonly table: string;
  /** How far each process's clock is off, in milliseconds. */
  readonly skewMs?: (index: number) => number;
}

export interface Fleet {
  /** Has every process do the same at the same time; those that die meanwhile report nothing. */
  work(job: Job): Promise<FleetReport>;
  close(): Promise<void>;
}

export interface FleetReport {
  readonly answers: readonly Answered[];
  readonly errors: readonly Extract<Asked, { error: string }>[];
  /** By the whole fleet, for this job. */
  readonly storeRequests: number;
  readonly storeFailures: number;
  readonly takeovers: number;
  readonly hitsLost: number;
}

const NOTHING: Report = { answers: [], storeRequests: 0, storeFailures: 0, takeovers: 0, hitsLost: 0 };

/** Starts real processes, each with a cache of its own on one table and one origin. */
export async function startFleet(options: FleetOptions): Promise<Fleet> {
  const { size, dynamoDbUrl, upstreamUrl, table, skewMs = () => 0 } = options;
  const members = Array.from({ length: size }, (_, index) =>
    fork(join(__dirname, "worker.ts"), {
      execArgv: ["--import", "tsx", "--no-warnings"],
      env: {
        NODE_ENV: "production",
        PATH: process.env.PATH,
        AWS_REGION: "eu-west-3",
        AWS_ACCESS_KEY_ID: "local",
        AWS_SECRET_ACCESS_KEY: "local",
        AWS_ENDPOINT_URL_DYNAMODB: dynamoDbUrl,
        UPSTREAM_URL: upstreamUrl,
        TABLE: table,
        SKEW_MS: String(skewMs(index)),
      },
    }),
  );
  await Promise.all(members.map((member) => once(member, "message")));

  const last = new Map<ChildProcess, Report>();
  const ends = new Map<ChildProcess, AbortSignal>(
    members.map((member) => {
      const end = new AbortController();
      member.once("exit", () => end.abort());
      return [member, end.signal];
    }),
  );
  async function tell(member: ChildProcess, job: Job): Promise<FleetReport> {
    const before = last.get(member) ?? NOTHING;
    member.send(job);
    const signal = ends.get(member);
    const [report] = (await once(member, "message", { ...(signal && { signal }) }).catch(() => [
      { ...before, answers: [] },
    ])) as [Report];
    last.set(member, report);
    return {
      answers: report.answers.filter((one): one is Answered => "fetch" in one),
      errors: report.answers.flatMap((one) => ("error" in one ? [one] : [])),
      storeRequests: report.storeRequests - before.storeRequests,
      storeFailures: report.storeFailures - before.storeFailures,
      takeovers: report.takeovers - before.takeovers,
      hitsLost: report.hitsLost - before.hitsLost,
    };
  }

  return {
    async work(job) {
      const alive = members.filter(({ connected }) => connected);
      const reports = await Promise.all(alive.map((member) => tell(member, job)));
      const sum = (of: (report: FleetReport) => number) =>
        reports.reduce((total, report) => total + of(report), 0);
      return {
        answers: reports.flatMap(({ answers }) => answers),
        errors: reports.flatMap(({ errors }) => errors),
        storeRequests: sum((one) => one.storeRequests),
        storeFailures: sum((one) => one.storeFailures),
        takeovers: sum((one) => one.takeovers),
        hitsLost: sum((one) => one.hitsLost),
      };
    },

    async close() {
      const running = members.filter(({ connected }) => connected);
      await Promise.all(
        running.map((member) => {
          const exited = once(member, "exit");
          member.disconnect();
          return exited;
        }),
      );
    },
  };
}
