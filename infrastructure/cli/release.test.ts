import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { LambdaClient } from "@aws-sdk/client-lambda";

import type { Deployed } from "./deployed";
import type { httpEvent } from "./http-event";
import { release } from "./release";
import { createFakeS3 } from "./testing/fake-s3";
import { liveVersion } from "./versions";

type Answers = Readonly<Record<string, { statusCode: number; body?: string }>>;

const deployed: Deployed = {
  url: "https://d1.cloudfront.net/",
  function_name: "movies-viewer-dev",
  alias_name: "live",
  assets_bucket: "assets",
  asset_prefix: "_assets",
  event_bus_name: "bus",
  region: "eu-west-3",
  tmdb_read_key_version: 1,
};
const GOOD: Answers = {
  "/api/health": { statusCode: 200 },
  "/?query=a&page=0": { statusCode: 400, body: "<!doctype html><html>" },
  "/": { statusCode: 200, body: "<!doctype html><html>" },
  "/api/movies?query=new": { statusCode: 200, body: "{}" },
};

let folder: string;
let versions: string[];
let alias: { FunctionVersion: string; Description?: string };
/** What was done, in order. */
let done: string[];
let answers: Answers;
let functionError: string | undefined;
let edgeStatus: number;
let said: string[];

const s3 = createFakeS3();
const lambda = Object.assign(Object.create(LambdaClient.prototype), {
  async send({
    constructor: { name },
    input,
  }: {
    constructor: { name: string };
    input: Record<string, string>;
  }) {
    switch (name) {
      case "ListVersionsByFunctionCommand":
        return { Versions: ["$LATEST", ...versions].map((Version) => ({ Version })) };
      case "GetAliasCommand":
        return alias;
      case "UpdateAliasCommand":
        done.push(`live is ${input["FunctionVersion"]}`);
        alias = { FunctionVersion: input["FunctionVersion"] ?? "", Description: input["Description"] ?? "" };
        return alias;
      case "InvokeCommand": {
        const { rawPath, rawQueryString, headers } = JSON.parse(input["Payload"] ?? "") as ReturnType<
          typeof httpEvent
        >;
        expect(headers).toMatchObject({ host: "localhost", "x-forwarded-host": "d1.cloudfront.net" });
        const path = [rawPath, rawQueryString]
          .filter(Boolean)
          .join("?")
          .replace(/=[0-9a-f-]{36}$/, "=new");
        done.push(`asked ${input["Qualifier"]} for ${path}, ${s3.objects.size} objects`);
        const Payload = { transformToString: () => JSON.stringify(answers[path]) };
        return { Payload, ...(functionError && { FunctionError: functionError }) };
      }
      case "DeleteFunctionCommand":
        done.push(`deleted ${input["Qualifier"]}`);
        return {};
      default:
        throw new Error(`${name} is not faked`);
    }
  },
}) as LambdaClient;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "release-"));
  await mkdir(join(folder, "assets"));
  await writeFile(join(folder, "RELEASE"), "r2");
  await writeFile(join(folder, "assets", "favicon.ico"), "icon");
  s3.objects.clear();
  [versions, alias] = [["1", "2"], { FunctionVersion: "1" }];
  [done, said, answers, functionError, edgeStatus] = [[], [], GOOD, undefined, 200];
  jest.spyOn(globalThis, "fetch").mockImplementation(async () => new Response("", { status: edgeStatus }));
  jest.useFakeTimers({ doNotFake: ["nextTick", "setImmediate", "queueMicrotask"] });
});
afterEach(async () => {
  jest.useRealTimers();
  jest.restoreAllMocks();
  await rm(folder, { recursive: true });
});

async function run(change: Partial<Deployed> = {}, siteUrl?: string): Promise<string> {
  let over = false;
  const released = release({
    clients: { lambda, s3: s3.s3 },
    deployed: { ...deployed, ...change },
    packageFolder: folder,
    say: (line) => said.push(line),
    siteUrl,
  }).finally(() => (over = true));
  released.catch(() => undefined);
  while (!over) {
    await jest.advanceTimersByTimeAsync(1000);
    await new Promise(setImmediate);
  }
  return released;
}

it("uploads the assets, asks the new version, and only then gives it to visitors", async () => {
  expect(await run()).toBe("2");
  expect(done).toEqual([
    "asked 2 for /api/health, 2 objects",
    "asked 2 for /?query=a&page=0, 2 objects",
    "asked 2 for /, 2 objects",
    "asked 2 for /api/movies?query=new, 2 objects",
    "live is 2",
  ]);
  expect(await liveVersion({ lambda }, deployed)).toEqual({ live: "2", before: "1" });
});

it.each([
  ["its health check fails", { "/api/health": { statusCode: 500 } }, /\/api\/health with 500/],
  [
    "a page with an error fails",
    { "/?query=a&page=0": { statusCode: 502 } },
    /page=0 with 502, not with 400/,
  ],
  ["its start page fails", { "/": { statusCode: 502 } }, /answers \/ with 502, not with 200/],
  ["its start page is none", { "/": { statusCode: 200, body: "{}" } }, /with something that is no page/],
  ["TMDB refuses the key", { "/api/movies?query=new": { statusCode: 503 } }, /TMDB refuses the read key/],
])("leaves visitors what they had when %s", async (_name, wrong, message) => {
  answers = { ...GOOD, ...wrong } as Answers;
  await expect(run()).rejects.toThrow(message);
  expect(alias).toEqual({ FunctionVersion: "1" });
});

it("leaves visitors what they had when the version does not even start", async () => {
  functionError = "Unhandled";
  await expect(run()).rejects.toThrow(/Version 2 fails on \/api\/health \(Unhandled\)/);
  expect(alias).toEqual({ FunctionVersion: "1" });
});

it("expects a version without a key to say so", async () => {
  await expect(run({ tmdb_read_key_version: 0 })).rejects.toThrow(/with 200, not with 503/);
  answers = {
    ...GOOD,
    "/": { statusCode: 503, body: "<html>" },
    "/api/movies?query=new": { statusCode: 503 },
  };
  expect(await run({ tmdb_read_key_version: 0 })).toBe("2");
});

it("takes the switch back when visitors do not get what the version answers", async () => {
  edgeStatus = 502;
  await expect(run()).rejects.toThrow(/answers with 502, not with 200. Visitors have version 1 again/);
  expect(done.slice(4)).toEqual(["live is 2", "live is 1"]);
});

it("asks for what visitors get at the stage's URL, or where the distribution is said to be reached", async () => {
  await run();
  await run({}, "http://localhost:3001");
  expect(jest.mocked(fetch).mock.calls.map(([url]) => String(url))).toEqual([
    "https://d1.cloudfront.net/api/health",
    "http://localhost:3001/api/health",
  ]);
});

it("does not touch a version that is live already", async () => {
  alias = { FunctionVersion: "2", Description: "before: 1" };
  expect(await run()).toBe("2");
  expect(alias.Description).toBe("before: 1");
});

it("keeps ten versions to go back to, and the two that were live last", async () => {
  versions = Array.from({ length: 14 }, (_, index) => String(index + 1));
  alias = { FunctionVersion: "2" };
  await run();
  expect(done.filter((one) => one.startsWith("deleted"))).toEqual(["deleted 4", "deleted 3", "deleted 1"]);
});
