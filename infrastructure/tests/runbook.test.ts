import { readFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(__dirname, "..", "..");
const read = (...path: string[]) => readFileSync(join(ROOT, ...path), "utf8");

it("says of every alarm what to do, and of no other", () => {
  const alarms = read("infrastructure", "modules", "observability", "alarms.tf");
  const ofOneMetric = [...alarms.matchAll(/^ {4}([\w-]+) = \{$/gm)].map(([, name]) => name);
  const others = [...alarms.matchAll(/alarm_name += "\$\{var\.name\}-([\w-]+)"$/gm)].map(([, name]) => name);
  const told = [...read("docs", "runbook.md").matchAll(/^## (.+)$/gm)].map(([, name]) => name);
  expect(ofOneMetric).toContain("errors");
  expect(others).toEqual(["hit-ratio"]);
  expect(told.toSorted()).toEqual([...ofOneMetric, ...others].toSorted());
});
