import { mutationDocument } from "./mutation";
import { read } from "./testing/files";

const RUN = { date: "2026-01-31", commit: "abcdef0", node: "20.1.0" };
const mutants = (files: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(files).flatMap(([fileName, statuses]) => statuses.map((status) => ({ fileName, status })));

it("counts for each file and all what became of the changes", () => {
  const document = mutationDocument(
    mutants({
      b: ["Killed", "Killed", "Timeout", "Survived", "Ignored"],
      a: ["NoCoverage", "CompileError", "RuntimeError", "Killed"],
      empty: ["Ignored"],
    }),
    RUN,
  );
  expect(document.replaceAll(/ +/g, " ").match(/^\| [`*].*/gm)).toEqual([
    "| `a` | 1 | 0 | 0 | 1 | 2 | 50.0 % |",
    "| `b` | 2 | 1 | 1 | 0 | 1 | 50.0 % |",
    "| `empty` | 0 | 0 | 0 | 0 | 1 | – % |",
    "| **all** | 3 | 1 | 1 | 1 | 4 | 50.0 % |",
  ]);
  expect(document).toContain("Last on 2026-01-31, of commit abcdef0, with Node 20.1.0.");
});

it("is not written where Stryker has not come to the end", () => {
  expect(() => mutationDocument(mutants({ a: ["Killed", "Pending"] }), RUN)).toThrow("Pending");
});

it("said last that at least nine of ten are noticed", () => {
  const [, score] = /^\| \*\*all\*\* .*\| ([\d.]+) % +\|$/m.exec(read("docs/mutation.md")) ?? [];
  expect(Number(score)).toBeGreaterThanOrEqual(90);
});
