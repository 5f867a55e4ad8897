import { readSettings } from "../lib/settings";
import { DUMMY_CREDENTIALS, dummyCredentials } from "./dummy-credentials";
import { createCacheTable } from "./dynamodb/create-cache-table";
import { Problem } from "./problem";
import { startDynamoDb, type LocalDynamoDb } from "./dynamodb/start-dynamodb";
import { startTmdbStandIn, type TmdbStandIn, type TmdbStandInOptions } from "./tmdb/stand-in";

/** The one key that the stand-in accepts: no secret, and of no use to TMDB. */
export const SAMPLE_KEY = "sample-catalogue";

export interface LocalStackOptions {
  /** What is set already and therefore not replaced; this process's environment by default. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** For the stand-in: other films, faults, another clock. */
  readonly tmdb?: Pick<TmdbStandInOptions, "films" | "intercept" | "now">;
}

export interface LocalStack {
  /** The variables that point the app at what was started, to be laid over the environment. */
  readonly env: Readonly<Record<string, string>>;
  /** The embedded DynamoDB, unless `AWS_ENDPOINT_URL_DYNAMODB` names another. */
  readonly dynamoDb?: LocalDynamoDb;
  /** TMDB's stand-in, unless there is a key for TMDB itself. */
  readonly standIn?: TmdbStandIn;
  /** Ends everything that was started. */
  close(): Promise<void>;
}

type Environment = NonNullable<LocalStackOptions["environment"]>;

function credentialsOf({ AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY }: Environment) {
  return AWS_ACCESS_KEY_ID && AWS_SECRET_ACCESS_KEY
    ? { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY }
    : DUMMY_CREDENTIALS;
}

/**
 * Starts what replaces the cloud: a DynamoDB with the cache's table and a stand-in for TMDB, each on a free port and
 * only where the environment names no real one.
 * @throws {SettingsError} when the environment is wrong; {Problem} when a DynamoDB of one's own can't be used
 */
export async function startLocalStack({
  environment = process.env,
  tmdb = {},
}: LocalStackOptions = {}): Promise<LocalStack> {
  const settings = readSettings(environment);
  const region = environment.AWS_REGION?.trim() || "us-east-1";
  const ownEndpoint = environment.AWS_ENDPOINT_URL_DYNAMODB?.trim();
  const started: { close(): Promise<void> }[] = [];
  const close = async () => {
    await Promise.all(started.splice(0).map((one) => one.close()));
  };

  try {
    const dynamoDb = ownEndpoint ? undefined : await startDynamoDb();
    if (dynamoDb) started.push(dynamoDb);
    const endpoint = dynamoDb?.endpoint ?? ownEndpoint ?? "";
    // AWS itself speaks https: a table there is Terraform's business.
    if (endpoint.startsWith("http:")) {
      const credentials = dynamoDb ? DUMMY_CREDENTIALS : credentialsOf(environment);
      await createCacheTable({ endpoint, region, credentials, tableName: settings.cacheTableName }).catch(
        (error: unknown) => {
          const { name, message } = error as Error;
          throw new Problem(
            `The table can't be made at AWS_ENDPOINT_URL_DYNAMODB (${endpoint}): ${message || name}`,
          );
        },
      );
    }

    const hasKey = settings.tmdbReadKey !== null || settings.tmdbReadKeyParameter !== null;
    const standIn = hasKey ? undefined : await startTmdbStandIn({ ...tmdb, key: SAMPLE_KEY });
    if (standIn) started.push(standIn);

    return {
      env: {
        AWS_REGION: region,
        AWS_ENDPOINT_URL_DYNAMODB: endpoint,
        CACHE_TABLE_NAME: settings.cacheTableName,
        // A line of metrics per answer is for CloudWatch, not for a person at a terminal.
        POWERTOOLS_METRICS_DISABLED: environment.POWERTOOLS_METRICS_DISABLED ?? "true",
        // A key kept in SSM needs the real credentials; the embedded DynamoDB takes any.
        ...(dynamoDb && !settings.tmdbReadKeyParameter ? dummyCredentials() : {}),
        ...(standIn
          ? { TMDB_API_URL: standIn.url, TMDB_IMAGE_URL: standIn.imageUrl, TMDB_READ_KEY: SAMPLE_KEY }
          : {}),
      },
      ...(dynamoDb ? { dynamoDb } : {}),
      ...(standIn ? { standIn } : {}),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
