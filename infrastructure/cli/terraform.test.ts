import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";

import { terraformIn, type Terraform } from "./terraform";

/** Stands in for Terraform: tells how it was called, and answers what the test asks for. */
const FAKE = `#!/usr/bin/env node
const { appendFileSync } = require("node:fs");
const { CALLS, ANSWER = "", CODE = "0", TF_VAR_region, TF_VAR_key } = process.env;
const note = (event) => appendFileSync(CALLS, JSON.stringify(event) + "\\n");
note({ args: process.argv.slice(2), region: TF_VAR_region, key: TF_VAR_key });
process.stdout.write(ANSWER);
if (CODE === "never") setInterval(() => {}, 1000);
else process.exit(Number(CODE));
`;

let folder: string;
let calls: string;

const terraform = (answer: Readonly<Record<string, string>> = {}, stop?: AbortSignal): Terraform =>
  terraformIn({
    folder: "stage",
    variables: { region: "eu-west-3" },
    // The fake is found before the real one; node is found too.
    env: { PATH: [folder, dirname(process.execPath)].join(delimiter), CALLS: calls, ...answer },
    ...(stop && { stop }),
  });
const called = async () =>
  (await readFile(calls, "utf8").catch(() => ""))
    .trim()
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as object);
const until = async (count: number) => {
  while ((await called()).length < count) await new Promise((resolve) => setTimeout(resolve, 20));
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "terraform-"));
  calls = join(folder, "calls");
  await writeFile(join(folder, "terraform"), FAKE);
  await chmod(join(folder, "terraform"), 0o755);
});
afterEach(() => rm(folder, { recursive: true }));

it("hands values of variables on where no process list shows them", async () => {
  await terraform().with({ key: "secret" }).run("apply", "-auto-approve");
  expect(await called()).toEqual([
    { args: ["-chdir=stage", "apply", "-auto-approve"], region: "eu-west-3", key: "secret" },
  ]);
});

it("gives no value to a variable that the environment has empty", async () => {
  await terraform({ TF_VAR_key: "" }).run("plan");
  expect(await called()).toEqual([{ args: ["-chdir=stage", "plan"], region: "eu-west-3" }]);
});

it("says that what failed can be run again", async () => {
  await expect(terraform({ CODE: "1" }).run("apply")).rejects.toThrow(
    "terraform apply failed (exit code 1); it can be run again.",
  );
  await expect(terraform({ CODE: "1" }).resources()).rejects.toThrow(/terraform show failed/);
});

it("tells a plan that changes nothing from one that does, and from one that fails", async () => {
  expect(await terraform({ CODE: "0" }).isApplied()).toBe(true);
  expect(await terraform({ CODE: "2" }).isApplied()).toBe(false);
  await expect(terraform({ CODE: "1" }).isApplied()).rejects.toThrow(/terraform plan failed/);
});

it("reads that there are no resources yet", async () => {
  expect(await terraform({ ANSWER: '{"format_version":"1.0"}' }).resources()).toEqual([]);
});

it("kills Terraform at once where its state is of no use", async () => {
  const stop = new AbortController();
  const running = terraform({ CODE: "never" }, stop.signal).run("apply");
  running.catch(() => undefined);
  await until(1);
  stop.abort();
  await expect(running).rejects.toThrow(/abort/);
  expect(await called()).toHaveLength(1);
});
