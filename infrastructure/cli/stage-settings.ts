import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { Problem } from "@/local/problem";

import type { Resource } from "./shown-state";
import type { Stage } from "./stage";

/** What an operator has set for a stage, by the names of its variables; null where that is what was set. */
export type StageSettings = ReadonlyMap<string, string | null>;

/** What the commands give themselves, and how they are told. */
const GIVEN_OTHERWISE = {
  region: "AWS_REGION names the region",
  tmdb_read_key: "npm run cloud:install takes the key, from TMDB_READ_KEY or by asking",
  tmdb_read_key_version: "the commands count the key's versions",
};

/** What is there because of a setting, and would be taken away by an apply that does without it. */
const ONLY_BY_SETTING: Readonly<Record<string, (resource: Resource) => boolean>> = {
  domain_name: ({ type }) => type === "aws_acm_certificate",
  alarm_email: ({ type }) => type === "aws_sns_topic_subscription",
  monthly_budget_usd: ({ type }) => type === "aws_budgets_budget",
  permissions_boundary_arn: ({ type, values }) =>
    type === "aws_iam_role" && Boolean(values["permissions_boundary"]),
};

/** One argument on one line, as all of the stages' variables are written. */
const ARGUMENT = /^\s*(\w+)\s*=\s*(?:"([^"]*)"|(null)\b|([^\s#]+))/gm;

/** Files that Terraform takes settings from by itself, each over those before it. */
const FILES = [/^terraform\.tfvars$/, /^terraform\.tfvars\.json$/, /\.auto\.tfvars(?:\.json)?$/];

/** The settings of a file. */
function settingsIn(path: string): (readonly [string, string | null])[] {
  const written = readFileSync(path, "utf8");
  if (path.endsWith(".json"))
    return Object.entries(JSON.parse(written) as Record<string, unknown>).map(([name, value]) => [
      name,
      value === null ? null : String(value),
    ]);
  return [...written.matchAll(ARGUMENT)].map(([, name = "", text, none, other]) => [
    name,
    none === undefined ? (text ?? other ?? "") : null,
  ]);
}

/**
 * What is set for a stage: `TF_VAR_…` in this shell, and over it, as Terraform has it, what `terraform.tfvars` and its
 * kind in the stage's folder say. An empty `TF_VAR_…` is none, such as that of a variable that GitHub lacks.
 *
 * @see https://developer.hashicorp.com/terraform/language/values/variables#variable-definition-precedence
 */
export function readStageSettings(folder: string, env: NodeJS.ProcessEnv): StageSettings {
  const settings = new Map<string, string | null>();
  for (const [name, value] of Object.entries(env)) {
    if (name.startsWith("TF_VAR_") && value) settings.set(name.slice("TF_VAR_".length), value);
  }
  const names = readdirSync(folder).sort();
  for (const file of FILES.flatMap((kind) => names.filter((name) => kind.test(name)))) {
    for (const [name, value] of settingsIn(join(folder, file))) settings.set(name, value);
  }
  return settings;
}

/**
 * Stops before a deploy that would make a whole stage, which nobody has asked for.
 *
 * @param resources what the stage's state holds
 * @param place the account and region
 * @throws {Problem} when that is nothing
 */
export function checkInstalled(stage: Stage, resources: readonly Resource[], place: string): void {
  if (resources.length > 0) return;
  throw new Problem(
    `Nothing is installed as ${stage} in ${place}: npm run cloud:install -- --stage ${stage} does that.`,
  );
}

/**
 * Stops before an apply that would not do what the operator means.
 *
 * @param resources what the stage's state holds
 * @throws {Problem} when something is set that the commands give themselves, or something is not that the stage has had
 */
export function checkStageSettings(settings: StageSettings, resources: readonly Resource[]): void {
  for (const [name, instead] of Object.entries(GIVEN_OTHERWISE)) {
    if (settings.has(name)) throw new Problem(`${name} is set, which would have no effect: ${instead}.`);
  }
  for (const [name, isBy] of Object.entries(ONLY_BY_SETTING)) {
    if (settings.has(name)) continue;
    const found = resources.find(isBy);
    if (found)
      throw new Problem(
        `The stage was deployed with ${name}, which is not set now: its ${found.type} would go. ` +
          `Set ${name} in the stage's terraform.tfvars; to do without it, set it to null there.`,
      );
  }
}
