import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { strToU8, zipSync } from "fflate";

import { codeSha256, unpack } from "./code";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "code-"));
});
afterEach(() => rm(folder, { recursive: true }));

test("the hash is the one that Lambda states", () => {
  expect(codeSha256(strToU8("abc"))).toBe("ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
});

test("files come out where they were, folders without a file do no harm", async () => {
  const zip = zipSync({ "a/b/c.txt": strToU8("c"), "empty/": new Uint8Array(), "d.txt": strToU8("d") });
  await unpack(zip, join(folder, "x"));
  expect(await readFile(join(folder, "x/a/b/c.txt"), "utf8")).toBe("c");
  expect(await readFile(join(folder, "x/d.txt"), "utf8")).toBe("d");
});

test("a path that leads out is refused", async () => {
  const zip = zipSync({ "../out.txt": strToU8("x") });
  await expect(unpack(zip, join(folder, "x"))).rejects.toThrow("outside of it: ../out.txt");
});
