import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

import type { JobInput, JobName, JobResult } from "../jobs";
import type { Report, WorkerSetup } from "./message";

export interface Worker {
  /**
   * Has a job done in the process and returns what came of it.
   * @throws when the job did, or the process ended
   */
  do<Name extends JobName>(
    job: Name,
    ...input: JobInput<Name> extends undefined ? [] : [JobInput<Name>]
  ): Promise<JobResult<Name>>;
  stop(): Promise<void>;
}

const WORKER = fileURLToPath(new URL("./worker.ts", import.meta.url));

/** @param endpoint of the DynamoDB it is to use */
export async function startWorker(setup: WorkerSetup, endpoint: string): Promise<Worker> {
  const child = fork(WORKER, [JSON.stringify(setup)], {
    execArgv: ["--import", "tsx", "--expose-gc"],
    env: {
      ...process.env,
      AWS_ENDPOINT_URL_DYNAMODB: endpoint,
      AWS_REGION: "us-east-1",
      AWS_ACCESS_KEY_ID: "local",
      AWS_SECRET_ACCESS_KEY: "local",
      AWS_SESSION_TOKEN: "",
      AWS_PROFILE: "",
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
    },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const waiting = new Map<number, { resolve(result: unknown): void; reject(error: Error): void }>();
  const exited = once(child, "exit");
  void exited.then(([code]) => {
    for (const { reject } of waiting.values()) reject(new Error(`A process ended (${code})`));
  });
  let orders = 0;

  const ready = new Promise<void>((resolve, reject) => {
    void exited.then(() => reject(new Error("A process did not start")));
    child.on("message", (report: Report) => {
      if (report === "ready") return resolve();
      const waiter = waiting.get(report.id);
      waiting.delete(report.id);
      if ("error" in report) waiter?.reject(new Error(report.error));
      else waiter?.resolve(report.result);
    });
  });
  await ready;

  return {
    do<Name extends JobName>(job: Name, ...[input]: unknown[]) {
      const id = (orders += 1);
      return new Promise<JobResult<Name>>((resolve, reject) => {
        waiting.set(id, { resolve: (result) => resolve(result as JobResult<Name>), reject });
        child.send({ id, job, input });
      });
    },
    async stop() {
      child.kill("SIGKILL");
      await exited;
    },
  };
}
