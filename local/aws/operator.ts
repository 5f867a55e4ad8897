import assert from "node:assert/strict";
import { cp, mkdir, symlink } from "node:fs/promises";
import { join, resolve } from "node:path";
import { PACKAGE_FOLDER } from "../../infrastructure/cli/package-bundle";
import type { Stage } from "../../infrastructure/cli/stage";
import { npmRun } from "./npm-run";
import { isSource } from "./terraform";

/** A command of the cloud, without its stage: `deploy --no-build`. */
export interface Command {
  readonly line: string;
  /** Laid over the operator's environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Ctrl-C is pressed once the command has said this. */
  readonly interruptAt?: RegExp;
}

/** Somebody with a checkout and credentials, who runs the commands of the cloud. */
export interface Operator {
  /** @throws {AssertionError} with what the command said, unless it succeeds saying this */
  succeeds(command: Command, saying?: RegExp): Promise<void>;
  /** @throws {AssertionError} with what the command said, unless it fails saying this */
  fails(command: Command, saying: RegExp): Promise<void>;
  /** All that the commands have said. */
  said(): string;
}

const SOURCES = ["infrastructure", "lib", "local", "package.json", "tsconfig.json"];
/** What does not change: npm's packages, and the list that says that they are whole. */
const SHARED = ["node_modules", "package-lock.json"];

/**
 * Makes a checkout of one's own with what was built, so that nothing is written to the tree: states, providers, lock
 * files, other releases.
 */
export async function makeCheckout(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of SOURCES) await cp(name, join(folder, name), { recursive: true, filter: isSource });
  await cp(PACKAGE_FOLDER, join(folder, PACKAGE_FOLDER), { recursive: true });
  for (const name of SHARED) await symlink(resolve(name), join(folder, name));
}

export function createOperator(options: {
  readonly checkout: string;
  readonly stage: Stage;
  readonly env: Readonly<Record<string, string>>;
  readonly stop: AbortSignal;
}): Operator {
  const { checkout, stage, env, stop } = options;
  const said: string[] = [];

  async function run({ line, env: more, interruptAt }: Command) {
    const [command, ...args] = line.split(" ");
    const outcome = await npmRun([`cloud:${command}`, "--", "--stage", stage, ...args], {
      cwd: checkout,
      env: { ...env, ...more },
      interruptAt,
      stop,
    });
    said.push(outcome.said);
    return outcome;
  }

  return {
    async succeeds(command, saying = /^/) {
      const { code, said: words } = await run(command);
      assert.equal(code, 0, words);
      assert.match(words, saying);
    },
    async fails(command, saying) {
      const { code, said: words } = await run(command);
      assert.notEqual(code, 0, words);
      assert.match(words, saying);
    },
    said: () => said.join(""),
  };
}
