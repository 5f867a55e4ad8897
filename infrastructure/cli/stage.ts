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

type Kind = "string" | "boolean";
type Values<More extends Readonly<Record<string, Kind>>> = {
  readonly [name in keyof More]?: More[name] extends "string" ? string : boolean;
};

/**
 * Reads `--stage X` (production unless given) and `--yes`, and whatever else a command takes, from the command line.
 *
 * @param more names of what else there may be, and whether a text belongs to it
 * @throws {Problem} saying what is wrong and what is allowed
 */
export function readOptions<
  const More extends Readonly<Record<string, Kind>> = Readonly<Record<never, Kind>>,
>(args: readonly string[], more?: More, env: NodeJS.ProcessEnv = process.env): StageOptions & Values<More> {
  const kinds: Record<string, Kind> = { stage: "string", yes: "boolean", ...more };
  // npm keeps `npm run x --stage dev` for itself and tells scripts so: without this, production would be meant.
  const swallowed = Object.keys(kinds).find(
    (name) => kinds[name] === "string" && env[`npm_config_${name}`] !== undefined,
  );
  if (swallowed)
    throw new Problem(`npm took --${swallowed} for its own: put " -- " before it, as in -- --stage dev`);
  const options = Object.fromEntries(Object.entries(kinds).map(([name, type]) => [name, { type }]));
  let values: Record<string, unknown>;
  try {
    ({ values } = parseArgs({ args: [...args], options, strict: true }));
  } catch (error) {
    throw new Problem(error instanceof Error ? error.message : String(error));
  }
  const stage = STAGES.find((one) => one === (values["stage"] ?? "production"));
  if (!stage) throw new Problem(`There is no such stage; there are: --stage ${STAGES.join(" | ")}`);
  // Of a variable that is not set: without it the command would do something else, and more.
  const empty = Object.keys(values).find((name) => values[name] === "");
  if (empty !== undefined) throw new Problem(`--${empty} is empty: give it a value, or leave it out.`);
  return { ...values, stage, yes: values["yes"] === true } as StageOptions & Values<More>;
}
