// `npm run mutation`
import { execFileSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { relative } from "node:path";

import { Stryker } from "@stryker-mutator/core";
import { format } from "prettier";

import { mutationDocument } from "./mutation";

const FILE = "docs/mutation.md";

const git = (...args: readonly string[]) => execFileSync("git", args, { encoding: "utf8" }).trim();

// Stryker copies the code as it is now; it may be another one when it is done.
const commit = git("rev-parse", "--short=7", "HEAD");
const changed = git("status", "--porcelain", "--", ".", `:!${FILE}`) !== "";

// Sets the exit code where the share is too small; that is worth a document all the same.
const mutants = await new Stryker({}).runMutationTest();
const document = mutationDocument(
  mutants.map(({ fileName, status }) => ({ fileName: relative(process.cwd(), fileName), status })),
  {
    date: new Date().toISOString().slice(0, 10),
    commit: changed ? `${commit} with changes` : commit,
    node: process.versions.node,
  },
);
await writeFile(FILE, await format(document, { filepath: FILE }));
process.stdout.write(`${FILE} is written.\n`);
