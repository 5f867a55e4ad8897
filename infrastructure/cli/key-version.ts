import type { Resource } from "./shown-state";

/**
 * The version of a key that is given anew: seconds since 1970, so that it differs from that of every key before,
 * whatever became of the apply that sent it. Terraform sends a write-only value only when its version changes.
 *
 * @param now milliseconds since 1970
 */
export const newKeyVersion = (now = Date.now()): number => Math.floor(now / 1000);

/**
 * The version of the key that is in place, 0 when there is none. The resource says it and not the outputs, which an
 * apply that failed does not write.
 */
export function keyVersionIn(resources: readonly Resource[]): number {
  const parameter = resources.find(
    ({ type, name }) => type === "aws_ssm_parameter" && name === "tmdb_read_key",
  );
  return Number(parameter?.values["value_wo_version"] ?? 0);
}
