import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";

import { LambdaClient } from "@aws-sdk/client-lambda";
import { GetObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { PutParameterCommand, SSMClient } from "@aws-sdk/client-ssm";
import { unzipSync, zipSync } from "fflate";

import { stateStoreOf } from "../../infrastructure/cli/account";
import { liveVersion } from "../../infrastructure/cli/release";
import { DUMMY_CREDENTIALS, SAMPLE_KEY } from "../stack";
import { stopOnSignals } from "../stop-signal";
import type { Edge } from "./edge/edge";
import { ACCOUNT_ID } from "./gateway/gateway";
import { startLocalCloud, type LocalCloud } from "./local-cloud";
import { checkPrerequisites } from "./prerequisites";

const BUILT = ".open-next";
const CHUNKS = join("assets", "_next", "static", "chunks");
const CLEARED_WITHIN_MS = 30_000;

const say = (line: string) => console.log(line);

/** What a release replaces: a copy of what was built, so that a second one takes no second build. */
async function rezip(folder: string, change: (files: Record<string, Uint8Array>) => void): Promise<void> {
  const archive = join(folder, "server.zip");
  const files = unzipSync(await readFile(archive));
  change(files);
  await writeFile(archive, zipSync(files, { level: 1 }));
}

/** Runs one of the project's commands as an operator does; answers its exit code and all that it said. */
async function command(env: Readonly<Record<string, string>>, ...args: string[]) {
  const child = spawn("npm", ["run", "--silent", ...args], { env: { ...process.env, ...env } });
  const [output, errors, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "exit"),
  ]);
  return { code: code as number | null, said: output + errors };
}

async function sourceOf(url: string, query: string): Promise<unknown> {
  const response = await fetch(new URL(`/api/movies?query=${query}`, url));
  const { cache } = (await response.json()) as { cache: { source: string; hits: number } };
  return cache.source;
}

/** A life of the stack, from nothing to nothing. */
function lifeOf(cloud: LocalCloud, packageFolder: string, scratch: string) {
  const client = { endpoint: cloud.endpoint, region: cloud.region, credentials: DUMMY_CREDENTIALS };
  const s3 = new S3Client(client);
  const ssm = new SSMClient(client);
  const lambda = new LambdaClient(client);
  // Terraform's own files, and no lock file, which would hold for this machine alone.
  const operator = { ...cloud.env, TF_DATA_DIR: join(scratch, "terraform-data") };
  let edge: Edge;
  let oldChunk = "";

  const live = async () => (await liveVersion({ lambda }, await cloud.deployed())).live;
  const statusOf = async (path: string) => (await fetch(new URL(path, edge.url))).status;
  const putKey = async (Value: string) => {
    const { parameter_name: Name } = (await cloud.deployed()) as unknown as { parameter_name: string };
    await ssm.send(new PutParameterCommand({ Name, Value, Type: "SecureString", Overwrite: true }));
  };
  const nextRelease = async (name: string, change: (files: Record<string, Uint8Array>) => void) => {
    await rezip(packageFolder, change);
    await writeFile(join(packageFolder, "RELEASE"), name);
    await cloud.terraform.apply();
  };

  const steps: readonly [string, () => Promise<void>][] = [
    ["an apply from nothing", () => cloud.terraform.apply()],
    ["a plan finds nothing to change", async () => assert.equal(await cloud.terraform.isApplied(), true)],
    [
      "the key is in no state and no log",
      async () => {
        const { bucket } = stateStoreOf(ACCOUNT_ID, cloud.region);
        const state = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: `${cloud.stage}.tfstate` }));
        const written = (await state.Body?.transformToString()) ?? "";
        assert.match(written, /aws_ssm_parameter/);
        assert.ok(!written.includes(SAMPLE_KEY), "the state holds the key");
        assert.ok(!(await readFile(cloud.logFile, "utf8")).includes(SAMPLE_KEY), "a log holds the key");
      },
    ],
    ["a release", () => cloud.release()],
    [
      "visitors are answered",
      async () => {
        edge = await cloud.openEdge(0);
        assert.equal(await statusOf("/"), 200);
        [oldChunk = ""] = (await readdir(join(packageFolder, CHUNKS))).filter((name) => name.endsWith(".js"));
        assert.equal(await statusOf(`/_next/static/chunks/${oldChunk}`), 200);
      },
    ],
    [
      "the end-to-end tests against the deployed URL",
      async () => {
        const { code, said } = await command(
          { BASE_URL: edge.url.replace(/\/$/, "") },
          "test:e2e",
          "--",
          "--reporter=dot",
          // Beside an emulated AWS a second browser only makes requests time out.
          "--workers=1",
        );
        assert.equal(code, 0, said);
        const [summary = ""] = /\d+ passed.*/.exec(said) ?? [];
        say(`     ${summary}${/\d+ skipped/.exec(said)?.map((skipped) => `, ${skipped}`) ?? ""}`);
      },
    ],
    [
      "a wrong key is found before a release gets a visitor",
      async () => {
        await putKey("wrong-key");
        await nextRelease("second", (files) => {
          files["second.txt"] = Buffer.from("the second release");
        });
        await assert.rejects(cloud.release(), /TMDB refuses the read key/);
        assert.equal(await live(), "1");
        await putKey(SAMPLE_KEY);
      },
    ],
    [
      "the next release, of other files",
      async () => {
        await rm(join(packageFolder, CHUNKS, oldChunk));
        await writeFile(join(packageFolder, CHUNKS, "second.js"), "// the second release");
        await nextRelease("third", (files) => {
          files["third.txt"] = Buffer.from("the third release");
        });
        await cloud.release();
        assert.equal(await live(), "3");
        assert.equal(await statusOf("/_next/static/chunks/second.js"), 200);
      },
    ],
    [
      "who opened a page before finds its chunks",
      async () => assert.equal(await statusOf(`/_next/static/chunks/${oldChunk}`), 200),
    ],
    [
      "a release that does not start never gets a visitor",
      async () => {
        await nextRelease("broken", (files) => {
          files["index.mjs"] = Buffer.from('throw new Error("broken on purpose");');
        });
        await assert.rejects(cloud.release(), /fails on \/api\/health/);
        assert.equal(await live(), "3");
        assert.equal(await statusOf("/api/health"), 200);
      },
    ],
    [
      "a rollback is one change, and a plan does not undo it",
      async () => {
        const { code, said } = await command(operator, "cloud:rollback", "--", "--stage", cloud.stage);
        assert.equal(code, 0, said);
        assert.equal(await live(), "1");
        await edge.refresh();
        assert.equal(await statusOf("/"), 200);
        assert.equal(await cloud.terraform.isApplied(), true);
      },
    ],
    [
      "the cache is cleared by a message",
      async () => {
        await sourceOf(edge.url, "alien");
        assert.equal(await sourceOf(edge.url, "alien"), "cache");
        await sourceOf(edge.url, "rocky");
        const { code, said } = await command(
          operator,
          "cloud:clear-cache",
          "--",
          "--stage",
          cloud.stage,
          "--query",
          "Alien",
        );
        assert.equal(code, 0, said);
        const until = Date.now() + CLEARED_WITHIN_MS;
        while ((await sourceOf(edge.url, "alien")) !== "tmdb") {
          assert.ok(Date.now() < until, "nothing was cleared");
          await sleep(500);
        }
        assert.equal(await sourceOf(edge.url, "rocky"), "cache");
      },
    ],
    [
      "without credentials nothing is done",
      async () => {
        const nobody = { ...operator, AWS_ACCESS_KEY_ID: "", AWS_SECRET_ACCESS_KEY: "" };
        const { code, said } = await command(nobody, "cloud:rollback", "--", "--stage", cloud.stage);
        assert.equal(code, 1);
        assert.match(said, /no AWS credentials/);
        assert.equal(await live(), "1");
      },
    ],
    ["everything is removed", () => cloud.terraform.destroy()],
    ["nothing is left", async () => assert.deepEqual(await cloud.leftovers(), [])],
  ];
  return {
    steps,
    end() {
      for (const one of [s3, ssm, lambda]) one.destroy();
    },
  };
}

/**
 * Deploys what was built to an emulated AWS, and does with it what an operator does in a year.
 *
 * @returns the exit code: 1 after the first step that fails
 */
export async function scenario(): Promise<number> {
  const stop = stopOnSignals();
  const { python } = await checkPrerequisites();
  const scratch = await mkdtemp(join(tmpdir(), "movies-viewer-scenario-"));
  const packageFolder = join(scratch, "package");
  const lock = join("infrastructure", "environments", "production", ".terraform.lock.hcl");
  const locked = existsSync(lock);
  await cp(BUILT, packageFolder, { recursive: true });
  const cloud = await startLocalCloud({ python, packageFolder, say, stop });
  const { steps, end } = lifeOf(cloud, packageFolder, scratch);
  try {
    for (const [name, step] of steps) {
      const started = performance.now();
      await step();
      say(`  ok ${name} (${Math.round((performance.now() - started) / 1000)} s)`);
    }
    return 0;
  } catch (error) {
    const log = (await readFile(cloud.logFile, "utf8")).trimEnd().split("\n");
    console.error(["The log ends with:", ...log.slice(-60), ""].join("\n"));
    console.error(error);
    return 1;
  } finally {
    end();
    await cloud.close();
    await rm(scratch, { recursive: true, force: true });
    if (!locked) await rm(lock, { force: true });
  }
}
