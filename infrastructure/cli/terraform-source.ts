import { basename } from "node:path";

/**
 * Whether a file is part of the configuration itself: no state, provider or lock file that Terraform has made, and no
 * settings of an operator, which name what lies in an account of theirs.
 */
export const isTerraformSource = (path: string): boolean =>
  !/^\.terraform|\.tfstate|\.tfvars(?:\.json)?$/.test(basename(path));
