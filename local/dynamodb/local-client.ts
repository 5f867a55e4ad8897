import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DUMMY_CREDENTIALS } from "../dummy-credentials";

export interface LocalClientOptions {
  readonly region?: string;
  /** Any will do for a DynamoDB on this machine, and do by default. */
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
  /** How often a request is sent at most; the SDK's own number by default. */
  readonly maxAttempts?: number;
}

/** A client of a DynamoDB on this machine; destroyed by whoever asked for it. */
export function createLocalClient(
  endpoint: string,
  { region = "us-east-1", credentials = DUMMY_CREDENTIALS, maxAttempts }: LocalClientOptions = {},
): DynamoDBClient {
  return new DynamoDBClient({
    endpoint,
    region,
    credentials,
    ...(maxAttempts !== undefined && { maxAttempts }),
  });
}
