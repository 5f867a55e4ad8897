import { closeSync, existsSync, openSync, writeSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { LambdaClient } from "@aws-sdk/client-lambda";
import { CreateBucketCommand, S3Client } from "@aws-sdk/client-s3";
import { stateStoreOf } from "../../infrastructure/cli/account";
import { release, type Deployed } from "../../infrastructure/cli/release";
import type { Stage } from "../../infrastructure/cli/stage";
import { startFaithfulDynamoDb, type FaithfulDynamoDb } from "../dynamodb/start-faithful-dynamodb";
import { freePort } from "../free-port";
import { Problem } from "../problem";
import { DUMMY_CREDENTIALS, SAMPLE_KEY } from "../stack";
import { startTmdbStandIn, type TmdbStandIn } from "../tmdb/stand-in";
import { startEdge, type Edge } from "./edge/edge";
import { startEventSources } from "./event-sources";
import { ACCOUNT_ID, startGateway } from "./gateway/gateway";
import { createLambdaService, type LambdaService } from "./lambda/lambda-service";
import { leftovers } from "./leftovers";
import { startMoto } from "./moto/start-moto";
import { PACKAGE_FILES } from "./package-state";
import { openTerraform, type Terraform } from "./terraform";

const REGION = "eu-west-3";
/** Where our own commands look for it too. */
const STATE = stateStoreOf(ACCOUNT_ID, REGION);

export interface LocalCloudOptions {
  /** Python that has moto. */
  readonly python: string;
  readonly stage?: Stage;
  /** What was built, with the packages for Lambda in it. */
  readonly packageFolder?: string;
  /** TMDB's read key; without one a sample catalogue stands in for TMDB. */
  readonly readKey?: string | undefined;
  /** More values for the configuration's variables. */
  readonly variables?: Readonly<Record<string, string>>;
  /** What moto, Terraform and the functions write; a file that is removed with the rest by default. */
  readonly logFile?: string | undefined;
  /** Told what is being done. */
  readonly say: (line: string) => void;
  /** Ends what runs, such as an apply; `close` does the rest. */
  readonly stop?: AbortSignal;
}

/** An AWS of one's own on this machine, empty but for a bucket for Terraform's state. */
export interface LocalCloud {
  /** For `AWS_ENDPOINT_URL`. */
  readonly endpoint: string;
  readonly region: string;
  readonly stage: Stage;
  /** Has the AWS SDKs, Terraform and our commands in a child process speak to it. */
  readonly env: Readonly<Record<string, string>>;
  readonly dynamoDb: FaithfulDynamoDb;
  readonly standIn: TmdbStandIn | undefined;
  readonly lambda: LambdaService;
  readonly terraform: Terraform;
  readonly logFile: string;
  /** What Terraform's outputs say. */
  deployed(): Promise<Deployed & { readonly distribution_id: string }>;
  /** Does what `cloud:deploy` does after Terraform: assets, health check, switch. */
  release(): Promise<void>;
  /** Serves what is deployed, on this port (0: any), until `close`. */
  openEdge(port: number): Promise<Edge>;
  /** Names of the stage's resources that are there. */
  leftovers(): Promise<string[]>;
  /** Ends everything and removes every file. */
  close(): Promise<void>;
}

/** A person's own profile, credentials or endpoints must not reach the emulation, nor the emulation them. */
function cloudEnvironment(endpoint: string): Record<string, string> {
  const own = Object.keys(process.env).filter((name) => name.startsWith("AWS_") && name !== "AWS_CA_BUNDLE");
  return {
    ...Object.fromEntries(own.map((name) => [name, ""])),
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: REGION,
    AWS_ACCESS_KEY_ID: DUMMY_CREDENTIALS.accessKeyId,
    AWS_SECRET_ACCESS_KEY: DUMMY_CREDENTIALS.secretAccessKey,
    AWS_EC2_METADATA_DISABLED: "true",
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
  };
}

/**
 * Starts an emulated AWS with all that stands beside it, and initialises Terraform for a stage; nothing is applied yet.
 * @throws {Problem} when something is missing or does not start; nothing is left then
 */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  const { python, stage = "production", variables = {}, say, readKey } = options;
  const { stop = new AbortController().signal } = options;
  const packageFolder = resolve(options.packageFolder ?? ".open-next");
  const missing = PACKAGE_FILES.filter((name) => !existsSync(join(packageFolder, name)));
  if (missing.length > 0)
    throw new Problem(`${packageFolder} lacks ${missing.join(", ")}: npm run cloud:build`);

  const ends: (() => Promise<unknown> | void)[] = [];
  // The last that was started is the first to end: nobody is asked that is gone.
  const close = async () => {
    for (const end of ends.splice(0).reverse()) await end();
  };
  try {
    const folder = await mkdtemp(join(tmpdir(), "movies-viewer-cloud-"));
    ends.push(() => rm(folder, { recursive: true, force: true }));
    const logFile = options.logFile ?? join(folder, "cloud.log");
    const log = openSync(logFile, "a");
    ends.push(() => closeSync(log));
    const onLog = (line: string) => void writeSync(log, `${line}\n`);

    const [dynamoDb, standIn, motoPort] = await Promise.all([
      startFaithfulDynamoDb(),
      readKey ? undefined : startTmdbStandIn({ key: SAMPLE_KEY }),
      freePort(),
    ]);
    ends.push(() => Promise.all([dynamoDb.close(), standIn?.close()]));

    const gateway = await startGateway({
      moto: `http://127.0.0.1:${motoPort}`,
      dynamoDb: dynamoDb.endpoint,
      invoke: (...call) => lambda.invoke(...call),
      onLog,
    });
    ends.push(() => gateway.close());
    const { endpoint } = gateway;
    const lambda = createLambdaService({
      endpoint,
      region: REGION,
      folder: join(folder, "functions"),
      onLog: (functionName, line) => onLog(`${functionName}: ${line}`),
    });
    ends.push(() => lambda.close());
    const moto = await startMoto({ python, port: motoPort, endpoint, log });
    ends.push(() => moto.close());
    const eventSources = startEventSources({
      endpoint,
      region: REGION,
      invoke: (...call) => lambda.invoke(...call),
      onLog,
    });
    ends.push(() => eventSources.close());

    const client = { endpoint, region: REGION, credentials: DUMMY_CREDENTIALS };
    const clients = { lambda: new LambdaClient(client), s3: new S3Client(client) };
    ends.push(() => Object.values(clients).forEach((one) => one.destroy()));
    await clients.s3.send(new CreateBucketCommand({ Bucket: STATE.bucket }));

    const tmdb = standIn ? { tmdb_api_url: standIn.url, tmdb_image_url: standIn.imageUrl } : {};
    const env = {
      ...cloudEnvironment(endpoint),
      // For our own commands, which run Terraform without knowing of a stand-in.
      ...Object.fromEntries(Object.entries(tmdb).map(([name, value]) => [`TF_VAR_${name}`, value])),
    };
    say("Initialising Terraform.");
    const terraform = await openTerraform({
      folder: join(folder, "tree"),
      stage,
      packageFolder,
      env,
      variables: {
        region: REGION,
        tmdb_read_key: readKey ?? SAMPLE_KEY,
        tmdb_read_key_version: "1",
        ...tmdb,
        ...variables,
      },
      state: STATE,
      log,
      stop,
    });
    const deployed = async () =>
      (await terraform.outputs()) as unknown as Deployed & { distribution_id: string };

    return {
      endpoint,
      region: REGION,
      stage,
      env: { ...env, ...terraform.env },
      dynamoDb,
      standIn,
      lambda,
      terraform,
      logFile,
      deployed,
      async release() {
        // What visitors get is asked for at the edge, which stands beside this.
        await release({ clients, deployed: await deployed(), packageFolder, say, checkUrl: false });
      },
      async openEdge(port) {
        const { distribution_id: distributionId } = await deployed();
        const onError = (error: unknown) => onLog(`edge: ${String(error)}`);
        const edge = await startEdge({ endpoint, region: REGION, distributionId, lambda, port, onError });
        ends.push(() => edge.close());
        return edge;
      },
      leftovers: () => leftovers(endpoint, REGION, stage),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
