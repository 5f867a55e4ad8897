import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

import {
  DeleteFunctionCommand,
  GetAliasCommand,
  InvokeCommand,
  paginateListVersionsByFunction,
  UpdateAliasCommand,
  type LambdaClient,
} from "@aws-sdk/client-lambda";
import type { S3Client } from "@aws-sdk/client-s3";

import { Problem } from "@/local/problem";

import { pruneAssets, uploadAssets } from "./assets";
import { RELEASE_FILE } from "./package-bundle";

/** What Terraform says about a stage that is deployed. */
export interface Deployed {
  readonly url: string;
  readonly function_name: string;
  readonly alias_name: string;
  readonly assets_bucket: string;
  readonly asset_prefix: string;
  readonly event_bus_name: string;
  readonly region: string;
  /** 0 as long as no key was given. */
  readonly tmdb_read_key_version: number;
}

export interface Clients {
  readonly lambda: LambdaClient;
  readonly s3: S3Client;
}

interface HttpAnswer {
  readonly statusCode?: number;
  readonly body?: string;
}

/** Versions of the function to go back to, beside the one that is live. */
const KEPT_VERSIONS = 10;
const CHECK_ATTEMPTS = 5;
const CHECK_PAUSE_MS = 3000;

const HINT =
  " Where that is 503, TMDB refuses the read key or it can't be read; where it is 502, TMDB is out of reach: see the function's log.";

const beforeIn = (description: string | undefined) => /^before: (\d+)$/.exec(description ?? "")?.[1];

/** Which version visitors get, and which they got before it. */
export async function liveVersion(
  { lambda }: Pick<Clients, "lambda">,
  { function_name: FunctionName, alias_name: Name }: Deployed,
): Promise<{ live: string; before: string | undefined }> {
  const { FunctionVersion = "", Description } = await lambda.send(
    new GetAliasCommand({ FunctionName, Name }),
  );
  return { live: FunctionVersion, before: beforeIn(Description) };
}

/** Published versions, newest first. */
async function versionsOf({ lambda }: Clients, { function_name: FunctionName }: Deployed): Promise<string[]> {
  const versions: string[] = [];
  for await (const { Versions = [] } of paginateListVersionsByFunction(
    { client: lambda },
    { FunctionName },
  )) {
    versions.push(...Versions.flatMap(({ Version = "$LATEST" }) => (Version === "$LATEST" ? [] : [Version])));
  }
  return versions.sort((one, other) => Number(other) - Number(one));
}

/** Has visitors get another version: one request, and one that can be undone by the same. */
export async function moveLive(
  { lambda }: Pick<Clients, "lambda">,
  { function_name: FunctionName, alias_name: Name }: Deployed,
  to: string,
  before: string,
): Promise<void> {
  await lambda.send(
    new UpdateAliasCommand({ FunctionName, Name, FunctionVersion: to, Description: `before: ${before}` }),
  );
}

/** A GET request as a Function URL hands it over (payload format 2.0). */
export function httpEvent(path: string, headers: Readonly<Record<string, string>> = {}) {
  const [rawPath = "/", rawQueryString = ""] = path.split("?");
  return {
    version: "2.0",
    routeKey: "$default",
    rawPath,
    rawQueryString,
    headers: { host: "localhost", "user-agent": "movies-viewer-health-check", ...headers },
    requestContext: {
      http: {
        method: "GET",
        path: rawPath,
        protocol: "HTTP/1.1",
        sourceIp: "127.0.0.1",
        userAgent: "health check",
      },
    },
    isBase64Encoded: false,
  };
}

async function ask(
  { lambda }: Clients,
  deployed: Deployed,
  version: string,
  path: string,
): Promise<HttpAnswer> {
  const { FunctionError, Payload } = await lambda.send(
    new InvokeCommand({
      FunctionName: deployed.function_name,
      Qualifier: version,
      Payload: JSON.stringify(httpEvent(path, { "x-forwarded-host": new URL(deployed.url).host })),
    }),
  );
  const text = Payload?.transformToString() ?? "";
  if (FunctionError)
    throw new Problem(`Version ${version} fails on ${path} (${FunctionError}): ${text.slice(0, 500)}`);
  return JSON.parse(text) as HttpAnswer;
}

/**
 * Asks a version that no visitor gets yet.
 *
 * @throws {Problem} when it does not answer as it should
 */
export async function checkVersion(clients: Clients, deployed: Deployed, version: string): Promise<void> {
  const expect = async (path: string, status: number, hint = "") => {
    const { statusCode, body = "" } = await ask(clients, deployed, version, path);
    if (statusCode === status && (path.startsWith("/api/") || body.includes("<html"))) return;
    const found = statusCode === status ? "something that is no page" : statusCode;
    throw new Problem(`Version ${version} answers ${path} with ${found}, not with ${status}.${hint}`);
  };
  await expect("/api/health", 200);
  // An error's status takes another way through the server than a page's.
  await expect("/?query=a&page=0", 400);
  // Without a key both say so, with 503; that is no fault of the version.
  const [status, hint] = deployed.tmdb_read_key_version > 0 ? [200, HINT] : [503];
  await expect("/", status, hint);
  // Nobody has asked this before, so TMDB is asked, whatever the cache holds.
  await expect(`/api/movies?query=${randomUUID()}`, status, hint);
}

async function checkUrl({ url }: Deployed): Promise<void> {
  const address = new URL("/api/health", url);
  for (let attempt = 1; ; attempt++) {
    const status = await fetch(address).then(
      (response) => response.status,
      (error: unknown) => String(error),
    );
    if (status === 200) return;
    if (attempt === CHECK_ATTEMPTS)
      throw new Problem(`${address.href} answers with ${status}, not with 200.`);
    await new Promise((resolve) => setTimeout(resolve, CHECK_PAUSE_MS));
  }
}

/** Deletes versions that nobody goes back to any more. */
async function pruneVersions(clients: Clients, deployed: Deployed): Promise<number> {
  const { live, before } = await liveVersion(clients, deployed);
  const old = (await versionsOf(clients, deployed))
    .slice(KEPT_VERSIONS)
    .filter((version) => version !== live && version !== before);
  for (const Qualifier of old) {
    await clients.lambda.send(new DeleteFunctionCommand({ FunctionName: deployed.function_name, Qualifier }));
  }
  return old.length;
}

export interface ReleaseOptions {
  readonly clients: Clients;
  readonly deployed: Deployed;
  /** Holds what was built. */
  readonly packageFolder: string;
  readonly say: (line: string) => void;
  /** Whether what visitors get can be asked for at the stage's URL from here. */
  readonly checkUrl?: boolean;
}

/**
 * Gives visitors what was built and has been published as the newest version: its assets first, then a check of the
 * version itself, then the switch, then a check of what visitors get, which is taken back where that fails.
 *
 * @returns the version that is live now
 * @throws {Problem} when it is not fit for visitors; they keep what they had
 */
export async function release(options: ReleaseOptions): Promise<string> {
  const { clients, deployed, packageFolder, say } = options;
  const assets = { s3: clients.s3, bucket: deployed.assets_bucket, prefix: deployed.asset_prefix };
  const name = await readFile(join(packageFolder, RELEASE_FILE), "utf8");
  say(
    `Release ${name}: ${await uploadAssets(assets, join(packageFolder, "assets"), name)} assets are uploaded.`,
  );

  const [newest] = await versionsOf(clients, deployed);
  if (newest === undefined) throw new Problem("Terraform has published no version of the function.");
  await checkVersion(clients, deployed, newest);
  const { live } = await liveVersion(clients, deployed);
  if (live !== newest) await moveLive(clients, deployed, newest, live);
  say(
    live === newest
      ? `Version ${newest} is live already.`
      : `Version ${newest} is live; before it was ${live}.`,
  );

  if (options.checkUrl ?? true) {
    try {
      await checkUrl(deployed);
    } catch (error) {
      if (live === newest) throw error;
      await moveLive(clients, deployed, live, newest);
      throw new Problem(
        `${error instanceof Error ? error.message : String(error)} Visitors have version ${live} again.`,
      );
    }
  }
  const old = { assets: await pruneAssets(assets), versions: await pruneVersions(clients, deployed) };
  say(`Removed ${old.assets} assets and ${old.versions} versions that nobody needs any more.`);
  return newest;
}
