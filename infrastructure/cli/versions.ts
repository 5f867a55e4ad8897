import {
  DeleteFunctionCommand,
  GetAliasCommand,
  paginateListVersionsByFunction,
  UpdateAliasCommand,
} from "@aws-sdk/client-lambda";

import type { Clients, Deployed } from "./deployed";

type Lambda = Pick<Clients, "lambda">;

/** Versions of the function to go back to, beside the one that is live. */
const KEPT_VERSIONS = 10;

const beforeIn = (description: string | undefined) => /^before: (\d+)$/.exec(description ?? "")?.[1];

/** Which version visitors get, and which they got before it. */
export async function liveVersion(
  { lambda }: Lambda,
  { function_name: FunctionName, alias_name: Name }: Deployed,
): Promise<{ live: string; before: string | undefined }> {
  const { FunctionVersion = "", Description } = await lambda.send(
    new GetAliasCommand({ FunctionName, Name }),
  );
  return { live: FunctionVersion, before: beforeIn(Description) };
}

/** Has visitors get another version: one request, and one that can be undone by the same. */
export async function moveLive(
  { lambda }: Lambda,
  { function_name: FunctionName, alias_name: Name }: Deployed,
  to: string,
  before: string,
): Promise<void> {
  await lambda.send(
    new UpdateAliasCommand({ FunctionName, Name, FunctionVersion: to, Description: `before: ${before}` }),
  );
}

/** Published versions, newest first. */
export async function publishedVersions(
  { lambda: client }: Lambda,
  { function_name: FunctionName }: Deployed,
): Promise<string[]> {
  const versions: string[] = [];
  for await (const { Versions = [] } of paginateListVersionsByFunction({ client }, { FunctionName })) {
    versions.push(...Versions.flatMap(({ Version = "$LATEST" }) => (Version === "$LATEST" ? [] : [Version])));
  }
  return versions.sort((one, other) => Number(other) - Number(one));
}

/**
 * Deletes versions that nobody goes back to any more.
 *
 * @returns how many those were
 */
export async function pruneVersions(clients: Lambda, deployed: Deployed): Promise<number> {
  const { live, before } = await liveVersion(clients, deployed);
  const old = (await publishedVersions(clients, deployed))
    .slice(KEPT_VERSIONS)
    .filter((version) => version !== live && version !== before);
  for (const Qualifier of old) {
    await clients.lambda.send(new DeleteFunctionCommand({ FunctionName: deployed.function_name, Qualifier }));
  }
  return old.length;
}
