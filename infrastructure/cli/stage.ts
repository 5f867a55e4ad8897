import { parseArgs } from "node:util";

import { Problem } from "@/local/problem";

/** The stages there are; each is a folder of infrastructure/environments. */
export const STAGES = ["dev", "staging", "production"] as const;
export type Stage = (typeof STAGES)[number];

/** What all commands take. */
export interface StageOptions {
  readonly stage: Stage;
  /** Go on without asking. */
  readonly yes: boolean;
}

/**
 * Reads `--stage X` (production unless given) and `--yes`, and whatever else a command takes, from the command line.
 *
 * @throws {Problem} saying what is wrong and what is allowed
 */
export function readOptions<Name extends string>(
  args: readonly string[],
  texts: readonly Name[] = [],
): StageOptions & { readonly [name in Name]?: string } {
  const options = Object.fromEntries([
    ["stage", { type: "string" as const }],
    ["yes", { type: "boolean" as const }],
    ...texts.map((name) => [name, { type: "string" as const }]),
  ]);
  let values: Record<string, unknown>;
  try {
    ({ values } = parseArgs({ args: [...args], options, strict: true }));
  } catch (error) {
    throw new Problem(error instanceof Error ? error.message : String(error));
  }
  const stage = STAGES.find((one) => one === (values["stage"] ?? "production"));
  if (!stage) throw new Problem(`There is no such stage; there are: --stage ${STAGES.join(" | ")}`);
  const given = Object.fromEntries(texts.flatMap((name) => (values[name] ? [[name, values[name]]] : [])));
  return { ...given, stage, yes: values["yes"] === true } as StageOptions & {
    readonly [name in Name]?: string;
  };
}
