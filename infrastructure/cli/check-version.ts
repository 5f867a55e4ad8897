import { randomUUID } from "node:crypto";

import { InvokeCommand } from "@aws-sdk/client-lambda";

import { Problem } from "@/local/problem";

import type { Clients, Deployed } from "./deployed";
import { httpEvent } from "./http-event";

interface HttpAnswer {
  readonly statusCode?: number;
  readonly body?: string;
}

const HINT =
  " Where that is 503, TMDB refuses the read key or it can't be read; where it is 502, TMDB is out of reach: see the function's log.";

async function ask(
  { lambda }: Pick<Clients, "lambda">,
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
export async function checkVersion(
  clients: Pick<Clients, "lambda">,
  deployed: Deployed,
  version: string,
): Promise<void> {
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
