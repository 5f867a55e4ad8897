import { TooManyRequestsException } from "@aws-sdk/client-lambda";

import { isVersion } from "./deployment";
import type { Answer, Sandbox } from "./sandbox";

/** The sandboxes of one function: which are free, which version they run, and how many may be busy. */
export class Sandboxes {
  readonly #all = new Set<Sandbox>();
  readonly #idle = new Map<string, Sandbox[]>();
  /** What each qualifier stood for when it was last asked. */
  readonly #current = new Map<string, string>();
  #busy = 0;

  /**
   * Answers with a sandbox of this release: a free one, else a new one.
   * @param release what a sandbox can't change: version, code, environment
   * @throws {TooManyRequestsException} when as many as `limit` are busy
   */
  async answer(
    qualifier: string,
    release: string,
    limit: number,
    start: () => Sandbox,
    ask: (sandbox: Sandbox) => Promise<Answer>,
  ): Promise<Answer> {
    this.#point(qualifier, release);
    if (this.#busy >= limit) {
      throw new TooManyRequestsException({
        message: "Rate Exceeded.",
        Reason: "ReservedFunctionConcurrentInvocationLimitExceeded",
        $metadata: { httpStatusCode: 429 },
      });
    }
    this.#busy += 1;
    const sandbox = this.#take(release) ?? start();
    this.#all.add(sandbox);
    try {
      return await ask(sandbox);
    } finally {
      this.#busy -= 1;
      if (this.#isCurrent(release)) {
        this.#idle.set(release, [...(this.#idle.get(release) ?? []), sandbox]);
      } else {
        sandbox.kill();
        this.#all.delete(sandbox);
      }
    }
  }

  /** Kills all, at once. */
  kill(): void {
    for (const sandbox of this.#all) sandbox.kill();
  }

  async end(): Promise<void> {
    await Promise.all([...this.#all].map((sandbox) => sandbox.end()));
  }

  #isCurrent(release: string): boolean {
    return [...this.#current.values()].includes(release);
  }

  /** Ends what is idle and no longer current once an alias, or the newest code, has moved. */
  #point(qualifier: string, release: string): void {
    const before = this.#current.get(qualifier);
    this.#current.set(qualifier, release);
    if (before === undefined || before === release) return;
    // A version that was asked for by its number, such as by a health check, was waiting for the alias.
    for (const name of this.#current.keys()) {
      if (isVersion(name) && name !== qualifier) this.#current.delete(name);
    }
    for (const [old, sandboxes] of this.#idle) {
      if (this.#isCurrent(old)) continue;
      this.#idle.delete(old);
      for (const sandbox of sandboxes) {
        this.#all.delete(sandbox);
        sandbox.kill();
      }
    }
  }

  #take(release: string): Sandbox | undefined {
    const free = this.#idle.get(release) ?? [];
    for (let sandbox = free.pop(); sandbox; sandbox = free.pop()) {
      if (sandbox.alive) return sandbox;
      this.#all.delete(sandbox);
    }
    return undefined;
  }
}
