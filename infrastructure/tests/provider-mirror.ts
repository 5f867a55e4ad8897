import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

const PROVIDER = "registry.terraform.io/hashicorp/aws";

/**
 * A folder that holds Terraform's provider on this machine, where Terraform would not look by itself: what
 * TF_PLUGIN_MIRROR names, or one in /opt, where administrators put such things.
 *
 * @returns undefined where there is none, or a configuration of one's own (TF_CLI_CONFIG_FILE) says where to look
 */
export function findProviderMirror(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const own = env["TF_CLI_CONFIG_FILE"];
  if (own && existsSync(own)) return undefined;
  const inOpt = existsSync("/opt") ? readdirSync("/opt").map((name) => join("/opt", name)) : [];
  return [env["TF_PLUGIN_MIRROR"], ...inOpt].find((folder) => folder && existsSync(join(folder, PROVIDER)));
}

/** What a configuration of Terraform's says to take the provider from there. */
export const mirrorConfiguration = (mirror: string): string => `provider_installation {
  filesystem_mirror {
    path    = ${JSON.stringify(mirror)}
    include = ["${PROVIDER}"]
  }
  direct {
    exclude = ["${PROVIDER}"]
  }
}
`;
