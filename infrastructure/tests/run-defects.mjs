/**
 * Puts one defect at a time into a copy of the infrastructure or its commands, and demands that a test notices.
 * Run: npm run test:infra -- defects [part of a name, or of the tests' that have to notice, such as cli/]
 */
import { cpSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { commandDefects } from "./command-defects.mjs";
import { copyCommandsTo, runJest } from "./jest.mjs";
import { stackDefects } from "./stack-defects.mjs";
import { copyTo, folder, mustTerraform, terraform } from "./terraform.mjs";

/** Terraform with its provider takes about a processor and 700 MB. */
const AT_ONCE = 2;

/** What a run shows of a defect that a test noticed; anything else that fails is no proof. */
const NOTICED = ["Test assertion failed", "Missing expected failure"];

const say = (line) => process.stdout.write(`${line}\n`);
const untouched = join(folder, "untouched");
const jestCache = join(folder, "jest-cache");

function putIn(copy, { name, file, changes, also }) {
  const path = join(copy, file);
  let text = readFileSync(path, "utf8");
  for (const [from, to] of changes) {
    const times = text.split(from).length - 1;
    if (times !== 1) throw new Error(`${name}: ${file} holds this ${times} times, not once:\n${from}`);
    text = text.replace(from, () => to);
  }
  writeFileSync(path, text);
  if (also) putIn(copy, { name, ...also });
}

/** What notices defects of the configuration: Terraform's tests. `.terraform` is shared, since nothing writes to it. */
const configuration = {
  copyTo(copy) {
    copyTo(copy, untouched);
    symlinkSync(join(untouched, "tests", ".terraform"), join(copy, "tests", ".terraform"));
    cpSync(join(untouched, "tests", ".terraform.lock.hcl"), join(copy, "tests", ".terraform.lock.hcl"));
    return copy;
  },
  async outcomeOf({ test, refusal }, copy) {
    const tests = join(copy, "tests");
    const { succeeded, output } = await terraform(tests, "test", "-no-color", `-filter=${test}.tftest.hcl`);
    if (succeeded) return "SURVIVED";
    const signs = refusal ? [...NOTICED, refusal] : NOTICED;
    return signs.some((sign) => output.includes(sign)) ? "noticed" : `BROKEN: ${output.slice(-1500)}`;
  },
};

/** What notices defects of the commands: theirs. */
const commands = {
  copyTo(copy) {
    copyCommandsTo(copy);
    return join(copy, "infrastructure");
  },
  async outcomeOf({ test }, copy) {
    const { passed, failed, output } = await runJest(copy, jestCache, join("infrastructure", test));
    if (failed > 0) return "noticed";
    return passed > 0 ? "SURVIVED" : `BROKEN: ${output.slice(-1500)}`;
  },
};

function copyWith(defect, index) {
  const copy = join(folder, String(index));
  putIn(defect.trial.copyTo(copy), defect);
  return copy;
}

const all = [
  ...commandDefects.map((defect) => ({ ...defect, trial: commands })),
  ...stackDefects.map((defect) => ({ ...defect, trial: configuration })),
];
const wanted = all.filter(({ test, name }) => `${test}: ${name}`.includes(process.argv[2] ?? ""));
const ofConfiguration = wanted.some(({ trial }) => trial === configuration);

if (ofConfiguration) {
  copyTo(untouched);
  await mustTerraform(join(untouched, "tests"), "init", "-input=false", "-no-color");
}
// All are put in before the first is tried, so that one whose place is gone says so at once.
const copies = wanted.map((defect, index) => ({ defect, copy: copyWith(defect, index) }));

if (ofConfiguration) {
  const whole = await mustTerraform(join(untouched, "tests"), "test", "-no-color");
  say(`Without a defect: ${/^Success!.*$/m.exec(whole)?.[0]}`);
}
const files = [...new Set(wanted.flatMap(({ trial, test }) => (trial === commands ? [test] : [])))];
if (files.length > 0) {
  const copy = join(folder, "commands");
  copyCommandsTo(copy);
  const { passed, failed, output } = await runJest(
    copy,
    jestCache,
    ...files.map((file) => join("infrastructure", file)),
  );
  if (passed === 0 || failed > 0) {
    process.stderr.write(`The commands' tests fail without a defect:\n${output}\n`);
    process.exit(1);
  }
  say(`Without a defect: ${passed} tests of commands passed.`);
}

const left = copies.values();
let noticed = 0;
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    for (const { defect, copy } of left) {
      const outcome = await defect.trial.outcomeOf(defect, copy);
      rmSync(copy, { recursive: true });
      if (outcome === "noticed") noticed += 1;
      say(`${outcome.padEnd(9)}  ${defect.test.padEnd(20)}  ${defect.name}`);
    }
  }),
);
say(`${noticed} of ${wanted.length} defects were noticed.`);
if (noticed === 0 || noticed < wanted.length) process.exitCode = 1;
