import assert from "node:assert/strict";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { LambdaClient } from "@aws-sdk/client-lambda";
import { GetObjectCommand, HeadObjectCommand, ListObjectVersionsCommand, S3Client } from "@aws-sdk/client-s3";
import { GetParameterCommand, SSMClient } from "@aws-sdk/client-ssm";
import { unzipSync, zipSync } from "fflate";

import { stateStoreOf } from "../../infrastructure/cli/account";
import { keyVersionIn } from "../../infrastructure/cli/key-version";
import { PACKAGE_FOLDER, RELEASE_FILE } from "../../infrastructure/cli/package-bundle";
import { stageFolder } from "../../infrastructure/cli/stage-access";
import { readDeployed } from "../../infrastructure/cli/state-store";
import { terraformIn } from "../../infrastructure/cli/terraform";
import { liveVersion } from "../../infrastructure/cli/versions";
import { providerEnvironment } from "../../infrastructure/tests/provider-environment";
import { freePort } from "../free-port";
import { DUMMY_CREDENTIALS } from "../dummy-credentials";
import { SAMPLE_KEY } from "../stack";
import type { Edge } from "./edge/edge";
import { edgeOfFirst } from "./first-distribution";
import { ACCOUNT_ID } from "./gateway/gateway";
import type { LocalAws } from "./local-aws";
import { npmRun } from "./npm-run";
import { createOperator } from "./operator";
import { stillCreating } from "./still-creating";

const STAGE = "production";
const CHUNKS = join("assets", "_next", "static", "chunks");
const CLEARED_WITHIN_MS = 30_000;
const WRONG_KEY = "wrong-key";

type Step = readonly [name: string, step: () => Promise<void>];

async function sourceOf(url: string, query: string): Promise<unknown> {
  const response = await fetch(new URL(`/api/movies?query=${query}`, url));
  const { cache } = (await response.json()) as { cache: { source: string; hits: number } };
  return cache.source;
}

/**
 * What becomes of a stage from its first install to its removal, by the commands of its operator.
 *
 * @returns the steps, which are taken in this order, and what gives back what they took
 */
export async function scenarioSteps(options: {
  readonly aws: LocalAws;
  /** The operator's, with what was built. */
  readonly checkout: string;
  readonly say: (line: string) => void;
  readonly stop: AbortSignal;
}): Promise<{ readonly steps: readonly Step[]; end(): void }> {
  const { aws, checkout, say, stop } = options;
  const { endpoint, region, log } = aws;
  const client = { endpoint, region, credentials: DUMMY_CREDENTIALS };
  const s3 = new S3Client(client);
  const lambda = new LambdaClient(client);
  const ssm = new SSMClient(client);
  const port = await freePort();
  const env = {
    ...aws.env,
    ...(await providerEnvironment(aws.folder)),
    DISTRIBUTION_URL: `http://localhost:${port}`,
    TMDB_READ_KEY: "",
    // What a stage may have beside, so that it is applied too.
    TF_VAR_alarm_email: "operator@example.org",
    TF_VAR_monthly_budget_usd: "20",
  };
  const operator = createOperator({ checkout, stage: STAGE, env, stop });
  const state = stateStoreOf(ACCOUNT_ID, region);
  const terraform = terraformIn({
    folder: join(checkout, stageFolder(STAGE)),
    env: { ...process.env, ...env },
    variables: { region },
    output: log,
    stop,
  });
  const packageFolder = join(checkout, PACKAGE_FOLDER);
  const chunks = join(packageFolder, CHUNKS);
  let edge: Edge;
  let oldChunks: string[] = [];

  const install = (key: string) => ({ line: "install --no-build", env: { TMDB_READ_KEY: key } });
  const deploy = { line: "deploy --no-build" };

  const deployed = async () => {
    const found = await readDeployed(s3, state, STAGE);
    assert.ok(found, "nothing is deployed");
    return found;
  };
  const live = async () => (await liveVersion({ lambda }, await deployed())).live;
  const isApplied = async () => {
    const version = String(keyVersionIn(await terraform.resources()));
    return terraform.with({ tmdb_read_key_version: version }).isApplied();
  };
  const statusOf = async (path: string) => (await fetch(new URL(path, edge.url))).status;
  const chunk = (name = "") => fetch(new URL(`/_next/static/chunks/${name}`, edge.url));
  /** Makes another release of what was built, without a second build. */
  const nextRelease = async (name: string, files: Readonly<Record<string, string>>) => {
    const archive = join(packageFolder, "server.zip");
    const changed = Object.entries(files).map(([path, text]) => [path, Buffer.from(text)]);
    const all = { ...unzipSync(await readFile(archive)), ...Object.fromEntries(changed) };
    await writeFile(archive, zipSync(all, { level: 1 }));
    await writeFile(join(packageFolder, RELEASE_FILE), name);
  };

  const steps: readonly Step[] = [
    [
      "without credentials nothing is done",
      async () => {
        const nobody = { AWS_ACCESS_KEY_ID: "", AWS_SECRET_ACCESS_KEY: "" };
        await operator.fails({ ...install(SAMPLE_KEY), env: nobody }, /no AWS credentials/);
        assert.deepEqual(await aws.leftovers(STAGE, "state"), []);
      },
    ],
    [
      "a key that TMDB refuses installs nothing",
      async () => {
        await operator.fails(install(WRONG_KEY), /TMDB refuses this read key \(401\); nothing was changed/);
        assert.deepEqual(await aws.leftovers(STAGE, "state"), []);
      },
    ],
    [
      "an install ended by Ctrl-C amid the apply",
      async () => {
        // Nothing is being asked of AWS then, which Terraform would never hear the answer of; it only waits.
        const interruptAt = stillCreating("aws_s3_bucket_lifecycle_configuration.assets", 20);
        await operator.fails({ ...install(SAMPLE_KEY), interruptAt }, /apply failed.* can be run again/);
        assert.notDeepEqual(await aws.leftovers(STAGE), []);
      },
    ],
    [
      "the same install again",
      async () => {
        const installed = new AbortController();
        const opening = edgeOfFirst(aws, port, AbortSignal.any([stop, installed.signal]));
        // Who awaits it hears of it; it must not be lost while the install is awaited.
        opening.catch(() => {});
        await operator.succeeds(install(SAMPLE_KEY)).finally(() => installed.abort());
        edge = await opening;
        assert.equal(await live(), "1");
      },
    ],
    ["a plan finds nothing to change", async () => assert.equal(await isApplied(), true)],
    [
      "visitors are answered",
      async () => {
        assert.equal(await statusOf("/"), 200);
        oldChunks = (await readdir(chunks)).filter((name) => name.endsWith(".js")).slice(0, 2);
        // The other one is asked for once it is old: CloudFront would answer for one that it holds.
        assert.equal((await chunk(oldChunks[0])).status, 200);
      },
    ],
    [
      "the end-to-end tests against the deployed URL",
      async () => {
        // Beside an emulated AWS a second browser only makes requests time out. No network is between that loses any.
        const options = ["--reporter=dot", "--workers=1", "--retries=0"];
        const { code, said: words } = await npmRun(["test:e2e", "--", ...options], {
          env: { BASE_URL: edge.url.replace(/\/$/, "") },
          stop,
        });
        assert.equal(code, 0, words);
        const [summary = ""] = /\d+ passed.*/.exec(words) ?? [];
        say(`     ${summary}${/\d+ skipped/.exec(words)?.map((skipped) => `, ${skipped}`) ?? ""}`);
      },
    ],
    [
      "the next release, of other files",
      async () => {
        for (const name of oldChunks) await rm(join(chunks, name));
        await writeFile(join(chunks, "second.js"), "// the second release");
        await nextRelease("second", { "second.txt": "the second release" });
        await operator.succeeds(deploy);
        assert.equal(await live(), "2");
        assert.equal((await chunk("second.js")).status, 200);
      },
    ],
    [
      "who opened a page before finds its chunks",
      async () => {
        const { status, headers } = await chunk(oldChunks[1]);
        assert.deepEqual([status, headers.get("x-cache")], [200, "Miss from cloudfront"]);
        const { assets_bucket: Bucket, asset_prefix: prefix } = await deployed();
        for (const name of oldChunks) {
          const Key = `${prefix}/_next/static/chunks/${name}`;
          await s3.send(new HeadObjectCommand({ Bucket, Key }));
        }
      },
    ],
    [
      "a key that TMDB refuses does not take the place of the good one",
      async () => {
        await nextRelease("third", { "third.txt": "the third release" });
        await operator.fails(install(WRONG_KEY), /TMDB refuses this read key/);
        assert.equal(await live(), "2");
        const Name = `/movies-viewer/${STAGE}/tmdb-read-key`;
        const { Parameter } = await ssm.send(new GetParameterCommand({ Name, WithDecryption: true }));
        assert.equal(Parameter?.Value, SAMPLE_KEY);
      },
    ],
    [
      "a key that TMDB takes comes with the release",
      async () => {
        await operator.succeeds(install(SAMPLE_KEY));
        assert.equal(await live(), "3");
      },
    ],
    [
      "a release that does not start never gets a visitor",
      async () => {
        await nextRelease("broken", { "index.mjs": 'throw new Error("broken on purpose");' });
        await operator.fails(deploy, /fails on \/api\/health/);
        assert.equal(await live(), "3");
        assert.equal(await statusOf("/api/health"), 200);
      },
    ],
    [
      "a rollback is one change, and a plan does not undo it",
      async () => {
        await operator.succeeds({ line: "rollback" });
        assert.equal(await live(), "2");
        await edge.refresh();
        assert.equal(await statusOf("/"), 200);
        assert.equal(await isApplied(), true);
      },
    ],
    [
      "the cache is cleared by a message",
      async () => {
        await sourceOf(edge.url, "alien");
        assert.equal(await sourceOf(edge.url, "alien"), "cache");
        await sourceOf(edge.url, "rocky");
        await operator.succeeds({ line: "clear-cache --query Alien" });
        const until = Date.now() + CLEARED_WITHIN_MS;
        while ((await sourceOf(edge.url, "alien")) !== "tmdb") {
          assert.ok(Date.now() < until, "nothing was cleared");
          await sleep(500);
        }
        assert.equal(await sourceOf(edge.url, "rocky"), "cache");
      },
    ],
    [
      "no key is in any version of a state, in a log or in what the commands have said",
      async () => {
        const { Versions = [] } = await s3.send(new ListObjectVersionsCommand({ Bucket: state.bucket }));
        const states = await Promise.all(
          Versions.map(async ({ Key, VersionId }) => {
            const object = await s3.send(new GetObjectCommand({ Bucket: state.bucket, Key, VersionId }));
            return (await object.Body?.transformToString()) ?? "";
          }),
        );
        assert.ok(states.filter((one) => one.includes("aws_ssm_parameter")).length > 1, "states are missing");
        const written = [...states, await readFile(aws.logFile, "utf8"), operator.said()];
        for (const key of [SAMPLE_KEY, WRONG_KEY])
          assert.ok(!written.some((one) => one.includes(key)), "a key is written where it does not belong");
      },
    ],
    [
      "nothing is removed that nobody has confirmed",
      async () => {
        await operator.fails({ line: "destroy" }, /add --yes/);
        assert.equal(await statusOf("/"), 200);
      },
    ],
    [
      "everything is removed, without what was built, and nothing is left",
      async () => {
        await rm(packageFolder, { recursive: true });
        await operator.succeeds({ line: "destroy --yes" }, /nothing is left/);
        assert.deepEqual(await aws.leftovers(STAGE, "state"), []);
      },
    ],
  ];
  return {
    steps,
    end() {
      for (const one of [s3, lambda, ssm]) one.destroy();
    },
  };
}
