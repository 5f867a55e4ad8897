import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { LambdaClient } from "@aws-sdk/client-lambda";
import { CreateBucketCommand, S3Client } from "@aws-sdk/client-s3";
import { stateStoreOf } from "../../infrastructure/cli/account";
import { PACKAGE_FOLDER } from "../../infrastructure/cli/package-bundle";
import { release } from "../../infrastructure/cli/release";
import { readDeployed } from "../../infrastructure/cli/state-store";
import { Problem } from "../problem";
import { DUMMY_CREDENTIALS } from "../dummy-credentials";
import { SAMPLE_KEY } from "../stack";
import type { Edge } from "./edge/edge";
import { ACCOUNT_ID } from "./gateway/gateway";
import { startLocalAws, type LocalAws } from "./local-aws";
import { PACKAGE_FILES } from "./package-state";
import { openTerraform } from "./terraform";

const STAGE = "production";

export interface LocalCloudOptions {
  /** Python that has moto. */
  readonly python: string;
  /** TMDB's read key; without one a sample catalogue stands in for TMDB. */
  readonly readKey?: string | undefined;
  readonly logFile: string;
  /** Told what is being done. */
  readonly say: (line: string) => void;
  /** Ends what runs, such as an apply; `close` does the rest. */
  readonly stop: AbortSignal;
}

/** The stage that is served on this machine, from an emulated AWS. */
export interface LocalCloud {
  readonly aws: LocalAws;
  readonly stage: typeof STAGE;
  /** Applies the configuration. */
  apply(): Promise<void>;
  /** Serves what is applied, on this port (0: any), until `close`. */
  openEdge(port: number): Promise<Edge>;
  /** Does what `cloud:deploy` does after Terraform: assets, health check, switch, check of what visitors get. */
  release(siteUrl: string): Promise<void>;
  /** Ends everything and removes every file. */
  close(): Promise<void>;
}

/**
 * Starts an emulated AWS and initialises Terraform for a stage that takes what was built; nothing is applied yet.
 * @throws {Problem} when something is missing or does not start; nothing is left then
 */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  const { python, readKey, logFile, say, stop } = options;
  const packageFolder = resolve(PACKAGE_FOLDER);
  const missing = PACKAGE_FILES.filter((name) => !existsSync(join(packageFolder, name)));
  if (missing.length > 0)
    throw new Problem(`${packageFolder} lacks ${missing.join(", ")}: npm run cloud:build`);

  const aws = await startLocalAws({ python, withStandIn: !readKey, logFile });
  const { endpoint, region, env, folder, log } = aws;
  const client = { endpoint, region, credentials: DUMMY_CREDENTIALS };
  const clients = { lambda: new LambdaClient(client), s3: new S3Client(client) };
  const close = async () => {
    for (const one of Object.values(clients)) one.destroy();
    await aws.close();
  };
  try {
    // Where our own commands look for it too.
    const state = stateStoreOf(ACCOUNT_ID, region);
    await clients.s3.send(new CreateBucketCommand({ Bucket: state.bucket }));
    say("Initialising Terraform.");
    const terraform = await openTerraform({
      folder: join(folder, "tree"),
      stage: STAGE,
      packageFolder,
      env,
      variables: { region, tmdb_read_key: readKey ?? SAMPLE_KEY, tmdb_read_key_version: "1" },
      state,
      log,
      stop,
    });
    const deployed = async () => {
      const found = await readDeployed(clients.s3, state, STAGE);
      if (!found) throw new Error("Nothing is applied yet.");
      return found;
    };
    return {
      aws,
      stage: STAGE,
      apply: () => terraform.run("apply", "-auto-approve"),
      openEdge: async (port) => aws.openEdge((await deployed()).distribution_id, port),
      async release(siteUrl) {
        await release({ clients, deployed: await deployed(), packageFolder, say, siteUrl });
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
