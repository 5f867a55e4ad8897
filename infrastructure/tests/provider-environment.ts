import { existsSync, readdirSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";

const PROVIDER = "registry.terraform.io/hashicorp/aws";

/** A folder with the provider: what TF_PLUGIN_MIRROR names, or one in /opt, where administrators put such things. */
function findMirror(env: NodeJS.ProcessEnv): string | undefined {
  const inOpt = existsSync("/opt") ? readdirSync("/opt").map((name) => join("/opt", name)) : [];
  return [env["TF_PLUGIN_MIRROR"], ...inOpt].find((folder) => folder && existsSync(join(folder, PROVIDER)));
}

/**
 * What has Terraform find its provider on this machine: a configuration of one's own (TF_CLI_CONFIG_FILE), a mirror,
 * or else the registry, from where it is fetched once for all configurations.
 *
 * @param folder where a file may be written that lasts as long as Terraform is used
 * @returns variables for Terraform's environment
 */
export async function providerEnvironment(folder: string): Promise<Record<string, string>> {
  const { env } = process;
  const own = env["TF_CLI_CONFIG_FILE"];
  if (own && existsSync(own)) return {};
  const mirror = findMirror(env);
  if (!mirror) {
    const cache = env["TF_PLUGIN_CACHE_DIR"] ?? resolve("node_modules", ".cache", "terraform");
    await mkdir(cache, { recursive: true });
    // Only copies without a lock file are initialised with this.
    return { TF_PLUGIN_CACHE_DIR: cache, TF_PLUGIN_CACHE_MAY_BREAK_DEPENDENCY_LOCK_FILE: "true" };
  }
  const file = join(folder, "terraform.rc");
  await writeFile(
    file,
    `provider_installation {
  filesystem_mirror {
    path    = ${JSON.stringify(mirror)}
    include = ["${PROVIDER}"]
  }
  direct {
    exclude = ["${PROVIDER}"]
  }
}
`,
  );
  return { TF_CLI_CONFIG_FILE: file };
}
