import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";

import { Problem } from "@/local/problem";

import { endAtOnce, endInOrder } from "./ending";
import { resourcesIn, type Resource } from "./shown-state";

type Variables = Readonly<Record<string, string>>;

export interface TerraformOptions {
  /** The configuration. */
  readonly folder: string;
  /** Values for its variables; they go through the environment, so that no process list shows them. */
  readonly variables?: Variables;
  /** This process's own by default. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Descriptor of the file that it writes to; it writes to the terminal by default. */
  readonly output?: number;
  /** Ends what runs at once, for a state that nobody needs. By default Ctrl-C has Terraform end in order. */
  readonly stop?: AbortSignal;
}

/** Terraform in one folder. */
export interface Terraform {
  /** The same folder with more values for its variables. */
  with(variables: Variables): Terraform;
  /** @throws {Problem} when it fails */
  run(...args: string[]): Promise<void>;
  /**
   * Whether a plan finds nothing to change.
   *
   * @throws {Problem} when there can't be one
   */
  isApplied(): Promise<boolean>;
  /** What its state holds, even after an apply that failed; none when nothing is deployed. */
  resources(): Promise<readonly Resource[]>;
}

/** Terraform in a folder. */
export function terraformIn(options: TerraformOptions): Terraform {
  const { folder, variables = {}, env = process.env, output, stop } = options;
  // An empty one is a variable that GitHub lacks: Terraform would take it for a text, or for no number.
  const given = Object.entries(env).filter(([name, value]) => value !== "" || !name.startsWith("TF_VAR_"));
  const environment = {
    ...Object.fromEntries(given),
    TF_IN_AUTOMATION: "1",
    TF_INPUT: "0",
    CHECKPOINT_DISABLE: "1",
    ...Object.fromEntries(Object.entries(variables).map(([name, value]) => [`TF_VAR_${name}`, value])),
  };

  async function start([command = "", ...args]: readonly string[], stdout: "pipe" | "inherit" | number) {
    stop?.throwIfAborted();
    const plain = output === undefined ? [] : ["-no-color"];
    const child = spawn("terraform", [`-chdir=${folder}`, command, ...plain, ...args], {
      stdio: ["ignore", stdout, output ?? "inherit"],
      // Next types the environment more strictly than the system does.
      env: environment as unknown as NodeJS.ProcessEnv,
      detached: stop !== undefined,
    });
    const off = stop ? endAtOnce(child, stop) : endInOrder(child);
    try {
      const [[code], written] = await Promise.all([
        once(child, "exit") as Promise<[number | null]>,
        child.stdout ? text(child.stdout) : "",
      ]);
      stop?.throwIfAborted();
      return { code, written };
    } finally {
      off();
    }
  }
  const failed = (command: string | undefined, code: number | null) =>
    new Problem(`terraform ${command} failed (exit code ${code}); it can be run again.`);

  return {
    with: (more) => terraformIn({ ...options, variables: { ...variables, ...more } }),
    async run(...args) {
      const { code } = await start(args, output ?? "inherit");
      if (code !== 0) throw failed(args[0], code);
    },
    async isApplied() {
      const { code } = await start(["plan", "-detailed-exitcode"], output ?? "inherit");
      if (code !== 0 && code !== 2) throw failed("plan", code);
      return code === 0;
    },
    async resources() {
      const { code, written } = await start(["show", "-json"], "pipe");
      if (code !== 0) throw failed("show", code);
      return resourcesIn(written);
    },
  };
}
