// The end of `npm run mutation`
import { execFileSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";

import { format } from "prettier";

import { mutationDocument, type MutationReport } from "./mutation";

const FILE = "docs/mutation.md";

const report = JSON.parse(await readFile("reports/mutation.json", "utf8")) as MutationReport;
const document = mutationDocument(report, {
  date: new Date().toISOString().slice(0, 10),
  commit: execFileSync("git", ["rev-parse", "--short=7", "HEAD"], { encoding: "utf8" }).trim(),
  node: process.versions.node,
});
await writeFile(FILE, await format(document, { filepath: FILE }));
process.stdout.write(`${FILE} is written.\n`);
