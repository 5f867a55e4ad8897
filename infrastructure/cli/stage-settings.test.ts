import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { checkInstalled, checkStageSettings, readStageSettings } from "./stage-settings";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "settings-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const read = (written: string, env: Readonly<Record<string, string>> = {}) => {
  writeFileSync(join(folder, "terraform.tfvars"), written);
  return readStageSettings(folder, { NODE_ENV: "test", ...env });
};

it("reads the stage's file over the shell, as Terraform does", () => {
  const env = { TF_VAR_alarm_email: "me@example.org", TF_VAR_domain_name: "old.example.org", DOMAIN: "no" };
  const written = `# the site
domain_name        = "films.example.org" # its own
monthly_budget_usd = 20
# alarm_email = "nobody@example.org"
permissions_boundary_arn = null
`;
  expect(Object.fromEntries(read(written, env))).toEqual({
    domain_name: "films.example.org",
    monthly_budget_usd: "20",
    alarm_email: "me@example.org",
    permissions_boundary_arn: null,
  });
});

it("reads whatever Terraform takes settings from, in its order", () => {
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  write("terraform.tfvars.json", '{ "domain_name": "json", "monthly_budget_usd": 20, "alarm_email": null }');
  write("b.auto.tfvars", 'alarm_email = "b"\n');
  write("a.auto.tfvars.json", '{ "alarm_email": "a", "hosted_zone_id": "Z1" }');
  write("other.tfvars", 'domain_name = "other"\n');
  expect(Object.fromEntries(read('domain_name = "first"\ncache_window_seconds = 60\n'))).toEqual({
    domain_name: "json",
    cache_window_seconds: "60",
    monthly_budget_usd: "20",
    alarm_email: "b",
    hosted_zone_id: "Z1",
  });
});

it("has no settings where there are none, or only empty ones", () => {
  expect(readStageSettings(folder, { NODE_ENV: "test", TF_VAR_domain_name: "" }).size).toBe(0);
});

describe.each([
  ["domain_name", "aws_acm_certificate", {}],
  ["alarm_email", "aws_sns_topic_subscription", {}],
  ["monthly_budget_usd", "aws_budgets_budget", {}],
  ["permissions_boundary_arn", "aws_iam_role", { permissions_boundary: "arn:aws:iam::1:policy/boundary" }],
])("a stage that was deployed with %s", (name, type, values) => {
  const resources = [
    { type: "aws_iam_role", name: "server", values: {} },
    { type, name: "one", values },
  ];

  it("does not lose it by a deploy that does not give it", () => {
    expect(() => checkStageSettings(read(""), resources)).toThrow(
      `The stage was deployed with ${name}, which is not set now: its ${type} would go.`,
    );
  });

  it("keeps it, or loses it on purpose", () => {
    for (const written of [`${name} = "this"`, `${name} = null`])
      expect(() => checkStageSettings(read(written), resources)).not.toThrow();
  });
});

it.each(["region", "tmdb_read_key", "tmdb_read_key_version"])(
  "takes no %s, which it gives itself",
  (name) => {
    expect(() => checkStageSettings(read("", { [`TF_VAR_${name}`]: "1" }), [])).toThrow(
      `${name} is set, which would have no effect`,
    );
  },
);

it("makes no stage that nobody has asked for", () => {
  const place = "account 1, region eu-west-3";
  expect(() => checkInstalled("dev", [], place)).toThrow(
    "Nothing is installed as dev in account 1, region eu-west-3: npm run cloud:install -- --stage dev does that.",
  );
  expect(() =>
    checkInstalled("dev", [{ type: "aws_iam_role", name: "server", values: {} }], place),
  ).not.toThrow();
});
