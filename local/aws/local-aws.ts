import { closeSync, openSync, writeSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startFaithfulDynamoDb, type FaithfulDynamoDb } from "../dynamodb/start-faithful-dynamodb";
import { freePort } from "../free-port";
import { DUMMY_CREDENTIALS } from "../dummy-credentials";
import { SAMPLE_KEY } from "../stack";
import { startTmdbStandIn, type TmdbStandIn } from "../tmdb/stand-in";
import { startEdge, type Edge } from "./edge/edge";
import { startEventSources } from "./event-sources";
import { startGateway } from "./gateway/gateway";
import { createLambdaService, type LambdaService } from "./lambda/lambda-service";
import { leftovers } from "./leftovers";
import { startMoto } from "./moto/start-moto";

const REGION = "eu-west-3";

export interface LocalAwsOptions {
  /** Python that has moto. */
  readonly python: string;
  /** Whether a sample catalogue stands in for TMDB. */
  readonly withStandIn: boolean;
  /** What moto, Terraform and the functions write; a file that is removed with the rest by default. */
  readonly logFile?: string | undefined;
}

/** An AWS of one's own on this machine, empty. */
export interface LocalAws {
  /** For `AWS_ENDPOINT_URL`. */
  readonly endpoint: string;
  readonly region: string;
  /** Has the AWS SDKs, Terraform and our commands in a child process speak to it, and the app to the stand-in. */
  readonly env: Readonly<Record<string, string>>;
  readonly dynamoDb: FaithfulDynamoDb;
  readonly standIn: TmdbStandIn | undefined;
  readonly lambda: LambdaService;
  /** Scratch; goes with the rest. */
  readonly folder: string;
  readonly logFile: string;
  /** Descriptor of the log file. */
  readonly log: number;
  /** Serves a distribution on this port (0: any), until `close`. */
  openEdge(distributionId: string, port: number): Promise<Edge>;
  /** Names of the resources that are there whose names begin with `movies-viewer` and one of these. */
  leftovers(...names: string[]): Promise<string[]>;
  /** Ends everything and removes every file. */
  close(): Promise<void>;
}

/** A person's own profile, credentials or endpoints must not reach the emulation, nor the emulation them. */
function awsEnvironment(endpoint: string): Record<string, string> {
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
 * Starts an emulated AWS with all that stands beside it.
 * @throws {Problem} when something is missing or does not start; nothing is left then
 */
export async function startLocalAws(options: LocalAwsOptions): Promise<LocalAws> {
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
      options.withStandIn ? startTmdbStandIn({ key: SAMPLE_KEY }) : undefined,
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
    const moto = await startMoto({ python: options.python, port: motoPort, endpoint, log });
    ends.push(() => moto.close());
    const eventSources = startEventSources({
      endpoint,
      region: REGION,
      invoke: (...call) => lambda.invoke(...call),
      onLog,
    });
    ends.push(() => eventSources.close());

    return {
      endpoint,
      region: REGION,
      env: {
        ...awsEnvironment(endpoint),
        ...(standIn && { TF_VAR_tmdb_api_url: standIn.url, TF_VAR_tmdb_image_url: standIn.imageUrl }),
      },
      dynamoDb,
      standIn,
      lambda,
      folder,
      logFile,
      log,
      async openEdge(distributionId, port) {
        const onError = (error: unknown) => onLog(`edge: ${String(error)}`);
        const edge = await startEdge({ endpoint, region: REGION, distributionId, lambda, port, onError });
        ends.push(() => edge.close());
        return edge;
      },
      leftovers: (...names) => leftovers(endpoint, REGION, names),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
