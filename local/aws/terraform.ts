import { spawn } from "node:child_process";
import { cp, mkdir, symlink } from "node:fs/promises";
import { basename, join } from "node:path";
import { text } from "node:stream/consumers";
import { providerEnvironment } from "../../infrastructure/tests/provider-environment";
import { Problem } from "../problem";

export interface TerraformOptions {
  /** Scratch folder that the configuration is copied to: nothing is written to the tree. */
  readonly folder: string;
  readonly stage: string;
  /** What was built, with the packages for Lambda in it. */
  readonly packageFolder: string;
  /** Where the provider finds AWS, with credentials. */
  readonly env: Readonly<Record<string, string>>;
  /** Values of the configuration's variables. */
  readonly variables: Readonly<Record<string, string>>;
  readonly state: { readonly bucket: string; readonly region: string };
  /** Descriptor of the file that Terraform writes to. */
  readonly log: number;
  /** Ends what runs. */
  readonly stop: AbortSignal;
}

/** The configuration of one stage, as it is in the tree, against the emulated AWS. */
export interface Terraform {
  /** What has Terraform find its provider on this machine, where that takes something. */
  readonly env: Readonly<Record<string, string>>;
  apply(): Promise<void>;
  /** Whether a plan finds nothing to change. */
  isApplied(): Promise<boolean>;
  outputs(): Promise<Readonly<Record<string, unknown>>>;
  destroy(): Promise<void>;
}

/** Only what belongs to the repository: no state, no provider and no lock file of another run. */
const isSource = (path: string) => !/^\.terraform|\.tfstate/.test(basename(path));

/**
 * Copies the configuration and initialises it.
 * @throws {Problem} when Terraform fails
 */
export async function openTerraform(options: TerraformOptions): Promise<Terraform> {
  const { folder, stage, packageFolder, state, log, stop } = options;
  await mkdir(folder, { recursive: true });
  await cp("infrastructure", join(folder, "infrastructure"), { recursive: true, filter: isSource });
  await symlink(packageFolder, join(folder, ".open-next"));
  const providerEnv = await providerEnvironment(folder);
  const env = {
    ...process.env,
    ...options.env,
    ...providerEnv,
    ...Object.fromEntries(
      Object.entries(options.variables).map(([name, value]) => [`TF_VAR_${name}`, value]),
    ),
    TF_IN_AUTOMATION: "1",
    TF_INPUT: "0",
    CHECKPOINT_DISABLE: "1",
  };

  /** Returns the exit code; the provider is a process too, so the whole group is ended. */
  async function run(args: readonly string[], output: "pipe" | number = log) {
    stop.throwIfAborted();
    const child = spawn("terraform", [...args], {
      cwd: join(folder, "infrastructure", "environments", stage),
      env,
      detached: true,
      stdio: ["ignore", output, log],
    });
    const kill = () => {
      if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
      try {
        process.kill(-child.pid, "SIGKILL");
      } catch {
        // It ended by itself meanwhile.
      }
    };
    stop.addEventListener("abort", kill, { once: true });
    process.once("exit", kill);
    try {
      const exited = new Promise<number | null>((resolve, reject) => {
        child.once("error", reject);
        child.once("exit", resolve);
      });
      const [code, written] = await Promise.all([exited, child.stdout ? text(child.stdout) : ""]);
      stop.throwIfAborted();
      return { code, written };
    } finally {
      stop.removeEventListener("abort", kill);
      process.off("exit", kill);
    }
  }

  async function succeed(...args: string[]): Promise<void> {
    const { code } = await run(args);
    if (code !== 0) throw new Problem(`terraform ${args[0]} failed (exit code ${code}); the log says why.`);
  }

  const backend = {
    bucket: state.bucket,
    key: `${stage}.tfstate`,
    region: state.region,
    use_lockfile: "true",
  };
  await succeed(
    "init",
    "-no-color",
    ...Object.entries(backend).map(([key, value]) => `-backend-config=${key}=${value}`),
  );
  return {
    env: providerEnv,
    apply: () => succeed("apply", "-auto-approve", "-no-color"),
    async isApplied() {
      const { code } = await run(["plan", "-detailed-exitcode", "-no-color"]);
      if (code !== 0 && code !== 2)
        throw new Problem(`terraform plan failed (exit code ${code}); the log says why.`);
      return code === 0;
    },
    async outputs() {
      const { written } = await run(["output", "-json"], "pipe");
      const outputs = JSON.parse(written) as Record<string, { value: unknown }>;
      return Object.fromEntries(Object.entries(outputs).map(([name, { value }]) => [name, value]));
    },
    destroy: () => succeed("destroy", "-auto-approve", "-no-color"),
  };
}
