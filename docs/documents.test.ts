import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

import { DOCUMENTS, inRoot, read } from "./testing/files";

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
    if (!existsSync(inRoot(target))) return true;
    return anchor !== undefined && !anchors(read(target)).includes(anchor);
  });
  expect(broken.map(([link]) => link)).toEqual([]);
});

it("names a test for every risk of the threat model, all of which are there", () => {
  const [, table = ""] = /\n\| -.*?\n([\s\S]*?)\n\n/.exec(read("docs/threat-model.md")) ?? [];
  const rows = table.split("\n").map((row) => row.split("|").map((cell) => cell.trim()));
  expect(rows.length).toBeGreaterThan(10);
  for (const [, risk, , tests = ""] of rows) {
    const files = [...tests.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name);
    const missing = files.filter((name) => !existsSync(inRoot(name)));
    expect({ risk, files: files.length > 0, missing }).toEqual({ risk, files: true, missing: [] });
  }
});
