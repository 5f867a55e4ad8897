// `npm run licences`
import { readFile, writeFile } from "node:fs/promises";

import { format } from "prettier";

import { licencesDocument, type LockFile } from "./licences";

const FILE = "docs/licences.md";

const lockFile = JSON.parse(await readFile("package-lock.json", "utf8")) as LockFile;
await writeFile(FILE, await format(licencesDocument(lockFile), { filepath: FILE }));
process.stdout.write(`${FILE} is written.\n`);
