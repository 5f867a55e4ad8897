import {
  DeleteFunctionCommand,
  GetAliasCommand,
  paginateListVersionsByFunction,
  PreconditionFailedException,
  UpdateAliasCommand,
} from "@aws-sdk/client-lambda";

import { Problem } from "@/local/problem";

import type { Clients, Deployed } from "./deployed";

type Lambda = Pick<Clients, "lambda">;

/** As many versions can be gone back to, one after the other; an alias has room for 256 characters. */
const REMEMBERED = 9;

/** What visitors get, and what they got before that. */
export interface History {
  readonly live: string;
  /** Newest first; what was gone back from is not among it. */
  readonly before: readonly string[];
}

/** The history as the alias told it at one moment. */
export interface Live extends History {
  /** Of the alias: a change that rests on it is refused when another came between. */
  readonly revision: string | undefined;
}

/** A version as Lambda keeps it. */
export interface Published {
  readonly version: string;
  /** SHA-256 of its archive, in base64. */
  readonly codeSha256: string;
  /** Milliseconds since 1970. */
  readonly publishedAt: number;
}

const beforeIn = (description: string | undefined): string[] =>
  /^before: ([\d ]+)$/.exec(description ?? "")?.[1]?.split(" ") ?? [];

/** The history after a release: what was live is what can be gone back to. */
export const wentOn = ({ live, before }: History, to: string): History => ({
  live: to,
  before: [live, ...before.filter((version) => version !== to)].slice(0, REMEMBERED),
});

/**
 * The history after going back: what came after `to` is forgotten, so that going back again leads further back. A
 * version that is not in it, such as one that was gone back from, is gone on to.
 */
export function wentBack(history: History, to: string): History {
  const index = history.before.indexOf(to);
  return index < 0 ? wentOn(history, to) : { live: to, before: history.before.slice(index + 1) };
}

/** What visitors get, and what they got before. */
export async function liveVersion(
  { lambda }: Lambda,
  { function_name: FunctionName, alias_name: Name }: Deployed,
): Promise<Live> {
  const { FunctionVersion, Description, RevisionId } = await lambda.send(
    new GetAliasCommand({ FunctionName, Name }),
  );
  return { live: FunctionVersion ?? "", before: beforeIn(Description), revision: RevisionId };
}

/**
 * Has visitors get another version: one request, and one that can be undone by the same.
 *
 * @param from what was live when this was decided
 * @returns what is live now
 * @throws {Problem} when somebody else has moved it since
 */
export async function moveLive(
  { lambda }: Lambda,
  { function_name: FunctionName, alias_name: Name }: Deployed,
  from: Live,
  { live, before }: History,
): Promise<Live> {
  try {
    const { RevisionId } = await lambda.send(
      new UpdateAliasCommand({
        FunctionName,
        Name,
        FunctionVersion: live,
        Description: `before: ${before.join(" ") || "none"}`,
        RevisionId: from.revision,
      }),
    );
    return { live, before, revision: RevisionId };
  } catch (error) {
    if (!(error instanceof PreconditionFailedException)) throw error;
    throw new Problem(
      `Somebody else has changed meanwhile what visitors get: version ${live} was not given to them. See what is live, and run this again.`,
    );
  }
}

/** Published versions, newest first. */
export async function publishedVersions(
  { lambda: client }: Lambda,
  { function_name: FunctionName }: Deployed,
): Promise<Published[]> {
  const versions: Published[] = [];
  for await (const { Versions = [] } of paginateListVersionsByFunction({ client }, { FunctionName })) {
    for (const { Version = "$LATEST", CodeSha256 = "", LastModified = "" } of Versions) {
      if (Version === "$LATEST") continue;
      versions.push({
        version: Version,
        codeSha256: CodeSha256,
        publishedAt: Date.parse(LastModified),
      });
    }
  }
  return versions.sort((one, other) => Number(other.version) - Number(one.version));
}

/** Deletes a version; Lambda refuses one that is live. */
export async function deleteVersion(
  { lambda }: Lambda,
  { function_name: FunctionName }: Deployed,
  Qualifier: string,
): Promise<void> {
  await lambda.send(new DeleteFunctionCommand({ FunctionName, Qualifier }));
}
