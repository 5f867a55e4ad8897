import { filesIn, read } from "./testing/files";

const DOCUMENT = read("docs/troubleshooting.md");

/** What is named in the first column of a section's tables. */
function firstColumn(section: string): string[] {
  const rows = [...section.matchAll(/^\| (.*?) +\|/gm)];
  return rows.flatMap(([, cell = ""]) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name));
}

const sources = ["app", "lib", "local", "infrastructure", "docs", ".ci"]
  .flatMap((folder) => filesIn(folder))
  .filter((path) => /\.(ts|tsx|mjs|tf)$/.test(path) && path !== "docs/troubleshooting.test.ts")
  .map(read)
  .join("\n");

it("names messages that something says", () => {
  const messages = firstColumn(DOCUMENT);
  expect(messages.length).toBeGreaterThan(50);
  const parts = messages.flatMap((message) => message.split("…").map((part) => part.trim()));
  expect(parts.filter((part) => !sources.includes(part))).toEqual([]);
});

it("names every kind of problem that a program may get", () => {
  const kinds = ["lib/http/problem.ts", "lib/movies/problems.ts"].flatMap((file) =>
    [...read(file).matchAll(/kind: "([a-z-]+)"/g)].map(([, kind = ""]) => kind),
  );
  expect(kinds.length).toBeGreaterThan(15);
  const [, section = ""] = /\n## A program\n([\s\S]*?)\n## /.exec(DOCUMENT) ?? [];
  expect(kinds.filter((kind) => !firstColumn(section).includes(kind))).toEqual([]);
});
