import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { npmRun } from "./npm-run";

const STOP = new AbortController().signal;
let cwd: string;

beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), "npm-run-"));
  const scripts = {
    passes: `node -e "console.log('done')"`,
    fails: `node -e "console.error('broken'); process.exitCode = 3"`,
    waits: `node -e "console.log('waiting'); setInterval(() => {}, 1000)"`,
  };
  await writeFile(join(cwd, "package.json"), JSON.stringify({ scripts }));
});
afterEach(() => rm(cwd, { recursive: true }));

it("tells how a command ended, and all that it said", async () => {
  expect(await npmRun(["passes"], { cwd, stop: STOP })).toEqual({ code: 0, said: "done\n" });
  expect(await npmRun(["fails"], { cwd, stop: STOP })).toEqual({ code: 3, said: "broken\n" });
});

it("presses Ctrl-C once the command has said something", async () => {
  const { code, said } = await npmRun(["waits"], { cwd, stop: STOP, interruptAt: /wait/ });
  expect(code).not.toBe(0);
  expect(said).toContain("waiting");
});

it("says so when the command never said it", async () => {
  await expect(npmRun(["passes"], { cwd, stop: STOP, interruptAt: /wait/ })).rejects.toThrow(
    "The command ended without ever saying /wait/:\ndone",
  );
});
