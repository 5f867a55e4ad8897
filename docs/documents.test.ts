import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const ROOT = join(__dirname, "..");
const read = (file: string) => readFileSync(join(ROOT, file), "utf8");

/** The documents in a folder and below, but for what is installed or built there. */
function documentsIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isFile()) return entry.name.endsWith(".md") ? [path] : [];
    const isOurs =
      entry.isDirectory() && !/^(\.|node_modules$|coverage$|test-results$|reports$)/.test(entry.name);
    return isOurs ? documentsIn(path) : [];
  });
}

const DOCUMENTS = documentsIn("");
const SCRIPTS = (JSON.parse(read("package.json")) as { scripts: object }).scripts;

/** The anchors that a heading has at GitHub. */
const anchors = (text: string) =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, "")
      .replaceAll(" ", "-"),
  );

it("finds the documents", () => {
  expect(DOCUMENTS).toEqual(expect.arrayContaining(["README.md", "docs/architecture.md"]));
});

it.each(DOCUMENTS)("%s leads to what is there", (document) => {
  const links = [...read(document).matchAll(/\]\((?!https?:|mailto:)([^)#\s]*)(?:#([^)\s]+))?\)/g)];
  const broken = links.filter(([, path = "", anchor]) => {
    const target = path === "" ? document : join(dirname(document), path);
    if (!existsSync(join(ROOT, target))) return true;
    return anchor !== undefined && !anchors(read(target)).includes(anchor);
  });
  expect(broken.map(([link]) => link)).toEqual([]);
});

it.each(DOCUMENTS)("%s names commands that there are", (document) => {
  const commands = [...read(document).matchAll(/\bnpm run ([\w:-]+)/g)].map(([, name = ""]) => name);
  expect(commands.filter((name) => !Object.hasOwn(SCRIPTS, name))).toEqual([]);
});

it("names a test for every risk of the threat model, all of which are there", () => {
  const [, table = ""] = /\n\| -.*?\n([\s\S]*?)\n\n/.exec(read("docs/threat-model.md")) ?? [];
  const rows = table.split("\n").map((row) => row.split("|").map((cell) => cell.trim()));
  expect(rows.length).toBeGreaterThan(10);
  for (const [, risk, , tests = ""] of rows) {
    const files = [...tests.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name);
    const missing = files.filter((name) => name !== "npm ci" && !existsSync(join(ROOT, name)));
    expect({ risk, files: files.length > 0, missing }).toEqual({ risk, files: true, missing: [] });
  }
});
