import { randomUUID } from "node:crypto";

import { InvokeCommand } from "@aws-sdk/client-lambda";

import { Problem } from "@/local/problem";

import type { Clients, Deployed } from "./deployed";
import { httpEvent } from "./http-event";

type Lambda = Pick<Clients, "lambda">;

/** What a version of the function answered. */
export interface VersionAnswer {
  readonly statusCode?: number;
  readonly body?: string;
  /** The version that an alias stood for. */
  readonly version: string | undefined;
}

/** Problems (the last part of their type) that are TMDB's: another version would have the same. */
const TMDB_IS_DOWN = new Set(["tmdb-busy", "quota-spent", "tmdb-late", "tmdb-unreachable"]);
/** And how a page tells them. */
const STATUS_WHEN_DOWN = [200, 429, 502, 503, 504];

const KEY_HINT = " Where that is 503, TMDB refuses the read key or it can't be read: see the function's log.";

/**
 * Asks a version, or what an alias stands for, as CloudFront does.
 *
 * @throws {Problem} when it does not even start
 */
export async function askVersion(
  { lambda }: Lambda,
  deployed: Deployed,
  qualifier: string,
  path: string,
): Promise<VersionAnswer> {
  const { FunctionError, Payload, ExecutedVersion } = await lambda.send(
    new InvokeCommand({
      FunctionName: deployed.function_name,
      Qualifier: qualifier,
      Payload: JSON.stringify(httpEvent(path, { "x-forwarded-host": new URL(deployed.url).host })),
    }),
  );
  const text = Payload?.transformToString() ?? "";
  if (FunctionError)
    throw new Problem(`Version ${qualifier} fails on ${path} (${FunctionError}): ${text.slice(0, 500)}`);
  return { ...(JSON.parse(text) as Omit<VersionAnswer, "version">), version: ExecutedVersion };
}

function refuseUnless(
  { statusCode = 0, body = "" }: VersionAnswer,
  wanted: { readonly version: string; readonly path: string; readonly statuses: readonly number[] },
  hint = "",
): void {
  const { version, path, statuses } = wanted;
  const isRightStatus = statuses.includes(statusCode);
  if (isRightStatus && (path.startsWith("/api/") || body.includes("<html"))) return;
  const found = isRightStatus ? "something that is no page" : statusCode;
  throw new Problem(`Version ${version} answers ${path} with ${found}, not with ${statuses[0]}.${hint}`);
}

/**
 * Asks a version that no visitor gets for what it can answer without TMDB.
 *
 * @throws {Problem} when it does not answer as it should
 */
export async function checkStarts(clients: Lambda, deployed: Deployed, version: string): Promise<void> {
  const expect = async (path: string, status: number) =>
    refuseUnless(await askVersion(clients, deployed, version, path), { version, path, statuses: [status] });
  await expect("/api/health", 200);
  // An error's status takes another way through the server than a page's.
  await expect("/?query=a&page=0", 400);
}

const problemIn = (body = ""): string | undefined => /"urn:movies-viewer:([a-z-]+)"/.exec(body)?.[1];

/**
 * Asks a version that no visitor gets for films, and so whether TMDB takes the read key.
 *
 * @returns what is wrong with TMDB itself, which is no fault of the version; undefined when all is well
 * @throws {Problem} when the version, or its key, is not fit for visitors
 */
export async function checkFilms(
  clients: Lambda,
  deployed: Deployed,
  version: string,
): Promise<string | undefined> {
  // Nobody has asked this before, so TMDB is asked, whatever the cache holds.
  const search = `/api/movies?query=${randomUUID()}`;
  const [searched, started] = [
    await askVersion(clients, deployed, version, search),
    await askVersion(clients, deployed, version, "/"),
  ];
  // Without a key both say so, with 503; that is no fault of the version.
  const [status, hint] = deployed.tmdb_read_key_version > 0 ? [200, KEY_HINT] : [503, ""];
  const problem = searched.statusCode === status ? undefined : problemIn(searched.body);
  const isDown = problem !== undefined && TMDB_IS_DOWN.has(problem);
  const statuses = isDown ? STATUS_WHEN_DOWN : [status];
  if (!isDown) refuseUnless(searched, { version, path: search, statuses }, hint);
  refuseUnless(started, { version, path: "/", statuses }, hint);
  return isDown ? `${problem}, ${searched.statusCode}` : undefined;
}
