import { spawn, type ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { setTimeout as sleep, setImmediate as turn } from "node:timers/promises";

import type { Deployment } from "./deployment";

export interface Answer {
  readonly payload: unknown;
  readonly functionError?: "Unhandled";
}

type Outcome =
  | { readonly kind: "ready" | "response" | "error"; readonly text: string }
  | { readonly kind: "timeout" }
  | { readonly kind: "exit"; readonly reason: string };

const RUNTIME = join(process.cwd(), "local", "aws", "lambda", "runtime.mjs");
/** Lambda gives the code 10 s to load, and then tries once more within the timeout of the request. */
const INIT_MS = 10_000;

/** Returns the next thing that happens to a sandbox. */
async function nextOutcome(child: ChildProcess, limitMs: number): Promise<Outcome> {
  const over = new AbortController();
  const { signal } = over;
  try {
    return await Promise.race([
      once(child, "message", { signal }).then(([message]) => message as Outcome),
      once(child, "exit", { signal }).then(([code, by]): Outcome => ({
        kind: "exit",
        reason: by ? `signal: ${by}` : `exit status ${code}`,
      })),
      sleep(limitMs, { kind: "timeout" } as const, { signal }),
    ]);
  } finally {
    over.abort();
  }
}

/** A process that answers one request after the other with the code of one version, frozen in between. */
export class Sandbox {
  readonly #child: ChildProcess;
  readonly #gate: Writable;
  readonly #deployment: Deployment;
  readonly #ready: Promise<Outcome>;
  #used = false;

  /** @param onLine gets each line that the code writes */
  constructor(
    deployment: Deployment,
    taskRoot: string,
    environment: Readonly<Record<string, string>>,
    onLine: (line: string) => void,
  ) {
    this.#deployment = deployment;
    // Nine tenths of the memory, as Lambda's own runtime allows the heap.
    const heap = `--max-old-space-size=${Math.floor(deployment.memory * 0.9)}`;
    this.#child = spawn(process.execPath, [heap, RUNTIME], {
      cwd: taskRoot,
      // Next types the environment more strictly than the system does.
      env: environment as NodeJS.ProcessEnv,
      stdio: ["ignore", "pipe", "pipe", "ipc", "pipe"],
    });
    this.#gate = this.#child.stdio[4] as Writable;
    // The pipe of a process that has gone is closed; its exit says so already.
    this.#gate.on("error", () => {});
    for (const stream of [this.#child.stdout, this.#child.stderr] as Readable[]) {
      createInterface({ input: stream }).on("line", onLine);
    }
    this.#ready = nextOutcome(this.#child, INIT_MS + deployment.timeoutMs);
    // Whoever invokes hears of it.
    this.#ready.catch(() => {});
  }

  /** False once the process has gone. */
  get alive(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** Answers a request; one at a time. A sandbox that failed to start or took too long is gone afterwards. */
  async invoke(event: unknown, invokedFunctionArn: string): Promise<Answer> {
    const awsRequestId = randomUUID();
    this.#thaw();
    const start = await this.#ready;
    const outcome = start.kind === "ready" ? await this.#ask(event, awsRequestId, invokedFunctionArn) : start;
    this.#child.kill("SIGSTOP");
    // What was written before the answer lies in the pipes, which the next turn of the loop has read.
    await turn();
    if (outcome.kind === "timeout" || start.kind !== "ready") await this.end();
    if (outcome.kind === "response") return { payload: JSON.parse(outcome.text) };
    return { payload: this.#failure(outcome, awsRequestId), functionError: "Unhandled" };
  }

  /** Ends the process, whatever it does. */
  async end(): Promise<void> {
    if (!this.alive) return;
    const exit = once(this.#child, "exit");
    this.kill();
    await exit;
  }

  kill(): void {
    this.#child.kill("SIGKILL");
  }

  #thaw(): void {
    // A new one waits for nothing.
    if (this.#used) {
      this.#gate.write("1");
      this.#child.kill("SIGCONT");
    }
    this.#used = true;
  }

  async #ask(event: unknown, awsRequestId: string, invokedFunctionArn: string): Promise<Outcome> {
    const { functionName, version, memory, timeoutMs, logGroup } = this.#deployment;
    const outcome = nextOutcome(this.#child, timeoutMs);
    const context = {
      functionName,
      functionVersion: version,
      memoryLimitInMB: String(memory),
      logGroupName: logGroup,
      awsRequestId,
      invokedFunctionArn,
      deadline: Date.now() + timeoutMs,
    };
    this.#child.send({ event: JSON.stringify(event ?? null), context }, () => {});
    return outcome;
  }

  #failure(outcome: Exclude<Outcome, { kind: "response" }>, requestId: string): unknown {
    switch (outcome.kind) {
      case "timeout":
        return {
          errorType: "Sandbox.Timedout",
          errorMessage: `RequestId: ${requestId} Error: Task timed out after ${(this.#deployment.timeoutMs / 1000).toFixed(2)} seconds`,
        };
      case "exit":
        return {
          errorType: "Runtime.ExitError",
          errorMessage: `RequestId: ${requestId} Error: Runtime exited with error: ${outcome.reason}`,
        };
      default:
        return JSON.parse(outcome.text);
    }
  }
}
