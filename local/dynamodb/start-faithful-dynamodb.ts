import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

import { freePort } from "../free-port";
import { waitUntilAnswering } from "../wait-until-answering";
import { findDynamoDbLocal } from "./dynamodb-local-package";
import { startDynamoDb, type LocalDynamoDb } from "./start-dynamodb";
import { warmUp } from "./warm-up";

export interface FaithfulDynamoDb extends LocalDynamoDb {
  /** What runs: AWS's own DynamoDB Local, or dynalite where that can't be had. */
  readonly engine: "DynamoDB Local" | "dynalite";
  /** Why it is not AWS's own. */
  readonly reason?: string;
}

const START_WITHIN_MS = 60_000;

async function startJava(folder: string): Promise<LocalDynamoDb> {
  const port = await freePort();
  const libraries = `-Djava.library.path=${join(folder, "DynamoDBLocal_lib")}`;
  const options = ["-inMemory", "-sharedDb", "-disableTelemetry", "-port", String(port)];
  const child = spawn("java", [libraries, "-jar", join(folder, "DynamoDBLocal.jar"), ...options], {
    // It leaves a file where it runs.
    cwd: folder,
    stdio: "ignore",
  });
  const exited = once(child, "exit");
  const kill = () => child.kill("SIGKILL");
  process.once("exit", kill);

  const endpoint = `http://127.0.0.1:${port}`;
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), START_WITHIN_MS);
  // It ends by itself when the port was taken meanwhile: what answers there is another's.
  void exited.then(() => giveUp.abort());
  const answers = await waitUntilAnswering(endpoint, giveUp.signal);
  clearTimeout(timer);
  if (!answers || child.exitCode !== null) {
    kill();
    throw new Error("DynamoDB Local did not start");
  }
  return {
    endpoint,
    async close() {
      process.off("exit", kill);
      kill();
      await exited;
    },
  };
}

/**
 * Starts the DynamoDB that is most like the real one on this machine: AWS's own where Java is present, dynalite
 * elsewhere. Both keep everything in memory, on a free port, and answer their first request as fast as any other.
 */
export async function startFaithfulDynamoDb(): Promise<FaithfulDynamoDb> {
  const found = await findDynamoDbLocal();
  if ("reason" in found) return { ...(await startDynamoDb()), engine: "dynalite", reason: found.reason };
  const started = await startJava(found.folder);
  try {
    await warmUp(started.endpoint);
  } catch (error) {
    await started.close();
    throw error;
  }
  return { ...started, engine: "DynamoDB Local" };
}
