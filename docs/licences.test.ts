import { forbidden, licencesDocument, type LockFile } from "./licences";
import { read } from "./testing/files";

const LOCK = JSON.parse(read("package-lock.json")) as LockFile;
const lock = (packages: LockFile["packages"]): LockFile => ({ packages });

it("allows everything that ships", () => {
  expect(forbidden(LOCK)).toEqual([]);
});

it.each([
  ["another licence", "GPL-3.0-only"],
  ["one that is asked for beside an allowed one", "MIT AND GPL-3.0-only"],
  ["what has to be read by somebody", "(MIT OR Apache-2.0) AND Unlicense"],
  ["none", undefined],
])("forbids %s", (_name, license) => {
  const found = forbidden(
    lock({ "": {}, "node_modules/a/node_modules/@b/c": { ...(license && { license }) } }),
  );
  expect(found).toEqual([`@b/c: ${license ?? "none given"}`]);
});

it("allows a choice of which one is allowed, and what only builds and tests", () => {
  expect(forbidden(lock({ "node_modules/a": { license: "GPL-2.0-only OR MIT" } }))).toEqual([]);
  expect(forbidden(lock({ "node_modules/a": { license: "GPL-2.0-only", dev: true } }))).toEqual([]);
});

it("is what docs/licences.md lists (npm run licences)", () => {
  // Prettier pads the columns.
  const bare = (text: string) => text.replace(/-{3,}/g, "---").replace(/\s+/g, " ");
  expect(bare(read("docs/licences.md"))).toBe(bare(licencesDocument(LOCK)));
});
