import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SSMClient } from "@aws-sdk/client-ssm";

/**
 * A DynamoDB client that never repeats a request by itself: an ADD that was applied though its answer
 * got lost would be counted twice. Region, credentials and endpoint come from the SDK's own environment.
 */
export function createDynamoDbClient(): DynamoDBClient {
  return new DynamoDBClient({ maxAttempts: 1 });
}

/** An SSM client; region, credentials and endpoint come from the SDK's own environment. */
export function createSsmClient(): SSMClient {
  return new SSMClient({ maxAttempts: 2 });
}
