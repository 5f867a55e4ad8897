import { PassThrough } from "node:stream";

import { askForReadKey, confirm } from "./ask";

const { stdin } = process;
let typed: PassThrough;
let shown: string;

beforeEach(() => {
  typed = Object.assign(new PassThrough(), { isTTY: true });
  Object.defineProperty(process, "stdin", { value: typed, configurable: true });
  shown = "";
  jest.spyOn(process.stdout, "write").mockImplementation((text) => {
    shown += String(text);
    return true;
  });
  delete process.env["TMDB_READ_KEY"];
});
afterEach(() => {
  jest.restoreAllMocks();
  Object.defineProperty(process, "stdin", { value: stdin, configurable: true });
});

it("goes on once the word was typed", async () => {
  typed.write("dev\n");
  await expect(confirm("All will go.", "dev", false)).resolves.toBeUndefined();
  expect(shown).toContain("All will go. Type dev to go on: ");
});

it("does not show a key", async () => {
  typed.write("secret\n");
  expect(await askForReadKey()).toBe("secret");
  expect(shown).not.toContain("secret");
});

it.each([
  ["another word", "prod\n"],
  ["Ctrl-C", "de\u0003"],
  ["Ctrl-D", "\u0004"],
])("does nothing after %s", async (_, keys) => {
  typed.write(keys);
  await expect(confirm("All will go.", "dev", false)).rejects.toThrow("Nothing was done.");
});

it("does nothing where nobody is there to be asked", async () => {
  Object.assign(typed, { isTTY: false });
  await expect(confirm("All will go.", "dev", false)).rejects.toThrow(/add --yes/);
});
