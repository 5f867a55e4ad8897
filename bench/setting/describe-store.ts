import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { findDynamoDbLocal } from "../../local/dynamodb/dynamodb-local-package";
import type { FaithfulDynamoDb } from "../../local/dynamodb/start-faithful-dynamodb";

/** What a store is, with its version, or why it is not the one it should be. */
export async function describeStore({ engine, reason }: FaithfulDynamoDb): Promise<string> {
  const found = await findDynamoDbLocal();
  if (engine !== "DynamoDB Local" || !("folder" in found)) return `${engine} (${reason})`;
  // Its newest release note comes first.
  const notes = await readFile(join(found.folder, "README.txt"), "utf8");
  const [, version = "of an unknown version"] = /\((\d+\.\d+\.\d+)\)/.exec(notes) ?? [];
  return `AWS's own DynamoDB Local ${version}, in memory`;
}
