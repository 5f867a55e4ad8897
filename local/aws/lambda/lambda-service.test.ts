import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { createLambdaService, type LambdaService } from "./lambda-service";
import { startFakeLambda, type FakeFunction, type FakeLambda } from "./testing/fake-lambda";

let api: FakeLambda;
let service: LambdaService;
let folder: string;
let lines: string[];

async function deploy(code: string, change: Partial<FakeFunction> = {}): Promise<FakeFunction> {
  const deployed = { versions: { "1": { "index.mjs": code } }, aliases: { live: "1" }, ...change };
  api = await startFakeLambda({ app: deployed });
  folder = await mkdtemp(join(tmpdir(), "sandboxes-"));
  lines = [];
  service = createLambdaService({
    endpoint: api.url,
    region: "eu-west-3",
    folder,
    onLog: (_name, line) => lines.push(line),
  });
  return deployed;
}
const ask = (event: unknown = {}, qualifier = "live") => service.invoke("app", qualifier, event);
const isRunning = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

afterEach(async () => {
  await service.close();
  await api.close();
  await rm(folder, { recursive: true });
});

test("the version behind the alias answers, in its own folder, with its event and context", async () => {
  await deploy(`import { cwd } from "node:process";
    export const handler = async (event, context) => ({ event, cwd: cwd(), context,
      left: context.getRemainingTimeInMillis(), parent: typeof process.send });`);
  const { payload, executedVersion, functionError } = await ask({ a: "é" });
  expect(executedVersion).toBe("1");
  expect(functionError).toBeUndefined();
  expect(payload).toMatchObject({
    event: { a: "é" },
    parent: "undefined",
    context: { functionName: "app", functionVersion: "1", memoryLimitInMB: "128" },
  });
  const { cwd, left } = payload as { cwd: string; left: number };
  expect(cwd.startsWith(join(folder, "app"))).toBe(true);
  expect(left).toBeGreaterThan(2000);
  expect(left).toBeLessThanOrEqual(3000);
});

test("the environment is what the function was given and what Lambda reserves, nothing of this machine", async () => {
  process.env.SECRET_OF_THIS_MACHINE = "1";
  await deploy("export const handler = () => process.env", {
    configuration: { Environment: { Variables: { CACHE_TABLE_NAME: "t", AWS_REGION: "mars-1" } } },
  });
  const { payload } = await ask();
  delete process.env.SECRET_OF_THIS_MACHINE;
  expect(payload).toMatchObject({
    CACHE_TABLE_NAME: "t",
    AWS_REGION: "eu-west-3",
    AWS_ENDPOINT_URL: api.url,
    TZ: ":UTC",
    _HANDLER: "index.handler",
    AWS_EXECUTION_ENV: "AWS_Lambda_nodejs22.x",
  });
  expect(Object.keys(payload as object).filter((name) => !/^(?:AWS|LAMBDA)_/.test(name))).toEqual(
    expect.arrayContaining(["CACHE_TABLE_NAME", "LANG", "PATH", "TZ", "_HANDLER"]),
  );
  expect(Object.keys(payload as object).filter((name) => !/^(?:AWS|LAMBDA)_/.test(name))).toHaveLength(5);
});

test("a sandbox is reused, and frozen between two requests", async () => {
  await deploy(`let ticks = [], calls = 0;
    export const handler = () => {
      const answer = { pid: process.pid, calls: ++calls, ticks };
      ticks = [];
      const every = setInterval(() => { if (ticks.push(Date.now()) > 500) clearInterval(every); }, 1);
      return answer;
    };`);
  const first = (await ask()).payload as { pid: number };
  // A busy machine takes a while until the frost has it.
  await sleep(200);
  const frozenAt = Date.now();
  await sleep(300);
  const thawedAt = Date.now();
  const second = (await ask()).payload as { pid: number; calls: number; ticks: number[] };
  expect(second).toMatchObject({ pid: first.pid, calls: 2 });
  expect(second.ticks.filter((at) => at > frozenAt && at < thawedAt)).toEqual([]);
});

test("its threads are frozen too", async () => {
  await deploy(`import { Worker } from "node:worker_threads";
    const ticks = new Int32Array(new SharedArrayBuffer(4));
    new Worker("const { workerData } = require('worker_threads'); setInterval(() => workerData[0]++, 1)",
      { eval: true, workerData: ticks });
    export const handler = async () => {
      while (ticks[0] === 0) await new Promise((done) => setTimeout(done, 1));
      return ticks[0];
    };`);
  const before = (await ask()).payload as number;
  await sleep(500);
  expect(((await ask()).payload as number) - before).toBeLessThan(100);
});

test("an event of a megabyte and its answer pass", async () => {
  await deploy("export const handler = (event) => event");
  const text = "é".repeat(500_000);
  expect((await ask({ text })).payload).toEqual({ text });
  expect((await ask({ text })).payload).toEqual({ text });
});

test("requests at once get a sandbox each up to the reserved concurrency, one more is refused", async () => {
  await deploy(
    `export const handler = async ({ ms }) => {
      await new Promise((done) => setTimeout(done, ms));
      return process.pid;
    };`,
    { concurrency: 2, configuration: { Timeout: 15 } },
  );
  const answers = await Promise.allSettled([ask({ ms: 1000 }), ask({ ms: 1000 }), ask({ ms: 1000 })]);
  const answered = answers.filter(({ status }) => status === "fulfilled") as PromiseFulfilledResult<{
    payload: unknown;
  }>[];
  expect(new Set(answered.map(({ value }) => value.payload)).size).toBe(2);
  expect(answers.find(({ status }) => status === "rejected")).toMatchObject({
    reason: { name: "TooManyRequestsException", $metadata: { httpStatusCode: 429 } },
  });
  expect((await ask({ ms: 0 })).functionError).toBeUndefined();
});

test("a reserved concurrency of 0 stops the function", async () => {
  await deploy("export const handler = () => 1", { concurrency: 0 });
  await expect(ask()).rejects.toMatchObject({ name: "TooManyRequestsException" });
});

test("a request that takes too long is ended, and the next gets a new process", async () => {
  await deploy(
    `export const handler = async ({ hang }) => {
      console.log("pid", process.pid);
      if (hang) for (;;);
      return process.pid;
    };`,
    { configuration: { Timeout: 1 } },
  );
  const { payload, functionError } = await ask({ hang: true });
  expect(functionError).toBe("Unhandled");
  expect(payload).toMatchObject({
    errorType: "Sandbox.Timedout",
    errorMessage: expect.stringMatching(/^RequestId: [\w-]{36} Error: Task timed out after 1\.00 seconds$/),
  });
  const pid = Number(/pid (\d+)/.exec(lines.join())?.[1]);
  expect(isRunning(pid)).toBe(false);
  expect((await ask()).payload).not.toBe(pid);
});

test.each([
  ["throw new RangeError('too far')", { errorType: "RangeError", errorMessage: "too far" }],
  ["throw 'text'", { errorType: "string", errorMessage: "text" }],
  ["return 1n", { errorType: "TypeError" }],
  [
    "process.exit(3)",
    {
      errorType: "Runtime.ExitError",
      errorMessage: expect.stringMatching(/Runtime exited with error: exit status 3$/),
    },
  ],
  ["return 'x'.repeat(6_291_556)", { errorType: "Function.ResponseSizeTooLarge" }],
])("%s fails the request, not the service", async (code, error) => {
  await deploy(`export const handler = async ({ ok }) => { if (ok) return "fine"; ${code} };`);
  expect(await ask()).toMatchObject({ functionError: "Unhandled", payload: error });
  expect((await ask({ ok: true })).payload).toBe("fine");
});

test.each([
  ["throw new Error('no table')", "Error", "no table"],
  ["export const other = 1", "Runtime.HandlerNotFound", "index.handler is undefined or not exported"],
  ["export const handler = (", "Runtime.UserCodeSyntaxError", ""],
  ["process.exit(1)", "Runtime.ExitError", "exit status 1"],
])("code that does not load (%s) fails each request", async (code, errorType, message) => {
  await deploy(code);
  const failure = {
    functionError: "Unhandled",
    payload: { errorType, errorMessage: expect.stringContaining(message) },
  };
  expect(await ask()).toMatchObject(failure);
  expect(await ask()).toMatchObject(failure);
});

test.each([
  ["index.js", "exports.handler = () => 1"],
  ["index.cjs", "module.exports = { handler: () => 1 }"],
  ["index.mjs", "export const handler = () => 1"],
])("the handler may lie in %s", async (file, code) => {
  await deploy("", { versions: { "1": { [file]: code } } });
  expect((await ask()).payload).toBe(1);
});

test("no file of the handler's name", async () => {
  await deploy("", { versions: { "1": { "main.mjs": "" } } });
  expect((await ask()).payload).toMatchObject({ errorType: "Runtime.ImportModuleError" });
});

test("what the code writes is handed on by the time it answers, line by line", async () => {
  await deploy(`export const handler = async ({ name }) => {
      console.log("hello " + name); console.error("oh"); process.stdout.write("a\\nb\\n");
    };`);
  expect((await ask({ name: "one" })).payload).toBeNull();
  expect(lines.toSorted()).toEqual(["a", "b", "hello one", "oh"]);
});

test("when the alias moves, the next request is answered by the other version and the old process ends", async () => {
  const versions = Object.fromEntries(
    ["1", "2"].map((version) => [
      version,
      { "index.mjs": `export const handler = () => ({ pid: process.pid, version: ${version} })` },
    ]),
  );
  const deployed = await deploy("", { versions });
  const before = (await ask()).payload as { pid: number };
  const checked = (await ask({}, "2")).payload as { pid: number };
  expect(isRunning(before.pid)).toBe(true);
  deployed.aliases["live"] = "2";
  await sleep(600);
  const after = await ask();
  // The process that the health check started.
  expect(after).toMatchObject({ executedVersion: "2", payload: { version: 2, pid: checked.pid } });
  await sleep(100);
  expect(isRunning(before.pid)).toBe(false);
});

test("code that is not what was deployed is refused", async () => {
  await deploy("export const handler = () => 1", { configuration: { CodeSha256: "AAAA" } });
  await expect(ask()).rejects.toThrow(/^The code of app:1 has the SHA-256 .*, but AAAA was deployed\.$/);
});

test("the code is fetched once, and the alias not for each request", async () => {
  await deploy("export const handler = () => 1");
  await Promise.all([ask(), ask()]);
  await ask();
  expect(api.requests.filter((path) => path === "/code/app/1")).toHaveLength(1);
  expect(api.requests.filter((path) => path.endsWith("/aliases/live"))).toHaveLength(1);
});

test("what does not exist is Lambda's own error", async () => {
  await deploy("export const handler = () => 1");
  await expect(ask({}, "nobody")).rejects.toMatchObject({ name: "ResourceNotFoundException" });
});

test("closing ends what is frozen and what is busy", async () => {
  await deploy(`export const handler = async ({ hang }) => {
      if (hang) { console.log("pid " + process.pid); await new Promise(() => setTimeout(() => {}, 60_000)); }
      return process.pid;
    };`);
  const frozen = (await ask()).payload as number;
  const busy = [ask({ hang: true }), ask({ hang: true })];
  while (lines.length < 2) await sleep(10);
  await service.close();
  const pids = [frozen, ...lines.map((line) => Number(line.slice(4)))];
  expect(pids.map(isRunning)).toEqual([false, false, false]);
  for (const answer of await Promise.all(busy)) {
    expect(answer.payload).toMatchObject({ errorType: "Runtime.ExitError" });
  }
  await expect(ask()).rejects.toThrow("closed");
});
