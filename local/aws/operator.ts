import assert from "node:assert/strict";
import { cp, mkdir, readdir, symlink, utimes } from "node:fs/promises";
import { join, resolve } from "node:path";
import { PACKAGE_FOLDER } from "../../infrastructure/cli/package-bundle";
import type { Stage } from "../../infrastructure/cli/stage";
import { isTerraformSource } from "../../infrastructure/cli/terraform-source";
import { npmRun } from "./npm-run";

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

const SOURCES = ["infrastructure", "lib", "local", "package.json", "package-lock.json", "tsconfig.json"];
const PACKAGES = "node_modules";
/** npm's list of what is installed, which our commands take for complete when it is newer than the lock file. */
const INSTALLED = ".package-lock.json";

/** Links each package by itself: whoever installs or removes some there touches the links alone. */
async function linkPackages(folder: string): Promise<void> {
  await mkdir(join(folder, PACKAGES));
  for (const name of await readdir(PACKAGES)) {
    if (!name.startsWith(".")) await symlink(resolve(PACKAGES, name), join(folder, PACKAGES, name));
  }
  await cp(join(PACKAGES, INSTALLED), join(folder, PACKAGES, INSTALLED));
  await utimes(join(folder, "package-lock.json"), 0, 0);
}

/**
 * Makes a checkout of one's own with what was built, so that nothing is written to the tree: states, providers, lock
 * files, other releases.
 */
export async function makeCheckout(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of SOURCES)
    await cp(name, join(folder, name), { recursive: true, filter: isTerraformSource });
  await cp(PACKAGE_FOLDER, join(folder, PACKAGE_FOLDER), { recursive: true });
  await linkPackages(folder);
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
