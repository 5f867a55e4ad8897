/**
 * Puts one defect at a time into a copy of the infrastructure, and demands that a test notices.
 * Run: npm run test:infra -- mutations [part of a name]
 */
import { cpSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { defects } from "./defects.mjs";
import { copyTo, folder, mustTerraform, terraform } from "./terraform.mjs";

/** Terraform with its provider takes about a processor and 700 MB. */
const AT_ONCE = 2;

/** What a run shows of a defect that a test noticed; anything else that fails is no proof. */
const NOTICED = ["Test assertion failed", "Missing expected failure"];

const say = (line) => process.stdout.write(`${line}\n`);
const untouched = join(folder, "untouched");

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

/** A copy with a defect. `.terraform` is shared, since nothing writes to it. */
function copyWith(defect, index) {
  const copy = join(folder, String(index));
  copyTo(copy, untouched);
  putIn(copy, defect);
  symlinkSync(join(untouched, "tests", ".terraform"), join(copy, "tests", ".terraform"));
  cpSync(join(untouched, "tests", ".terraform.lock.hcl"), join(copy, "tests", ".terraform.lock.hcl"));
  return copy;
}

async function outcomeOf({ test, refusal }, copy) {
  const tests = join(copy, "tests");
  const { succeeded, output } = await terraform(tests, "test", "-no-color", `-filter=${test}.tftest.hcl`);
  if (succeeded) return "SURVIVED";
  const signs = refusal ? [...NOTICED, refusal] : NOTICED;
  return signs.some((sign) => output.includes(sign)) ? "noticed" : `BROKEN: ${output.slice(-1500)}`;
}

copyTo(untouched);
await mustTerraform(join(untouched, "tests"), "init", "-input=false", "-no-color");

// All are put in before the first is tried, so that one whose place is gone says so at once.
const wanted = defects.filter(({ name }) => name.includes(process.argv[2] ?? ""));
const copies = wanted.map((defect, index) => ({ defect, copy: copyWith(defect, index) }));

const whole = await mustTerraform(join(untouched, "tests"), "test", "-no-color");
say(`Without a defect: ${/^Success!.*$/m.exec(whole)?.[0]}`);

const left = copies.values();
let noticed = 0;
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    for (const { defect, copy } of left) {
      const outcome = await outcomeOf(defect, copy);
      rmSync(copy, { recursive: true });
      if (outcome === "noticed") noticed += 1;
      say(`${outcome.padEnd(9)}  ${defect.test.padEnd(14)}  ${defect.name}`);
    }
  }),
);
say(`${noticed} of ${wanted.length} defects were noticed.`);
if (noticed === 0 || noticed < wanted.length) process.exitCode = 1;
