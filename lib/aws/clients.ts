import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SSMClient } from "@aws-sdk/client-ssm";

import { inSpan, SpanKind } from "@/lib/tracing";

/** A span for each request of a client. The SDK's own instrumentation can't reach into a bundle. */
const tracing =
  (service: string) =>
  <I, O>(next: (request: I) => Promise<O>, { commandName = "" }: { commandName?: string }) =>
  (request: I): Promise<O> =>
    inSpan(
      `${service}.${commandName.replace(/Command$/, "")}`,
      { kind: SpanKind.CLIENT, attributes: { "rpc.system.name": "aws-api" } },
      () => next(request),
    );

/**
 * A DynamoDB client that never repeats a request by itself: an ADD that was applied though its answer
 * got lost would be counted twice. Region, credentials and endpoint come from the SDK's own environment.
 */
export function createDynamoDbClient(): DynamoDBClient {
  const client = new DynamoDBClient({ maxAttempts: 1 });
  client.middlewareStack.add(tracing("DynamoDB"), { step: "initialize", name: "tracing" });
  return client;
}

/** An SSM client; region, credentials and endpoint come from the SDK's own environment. */
export function createSsmClient(): SSMClient {
  const client = new SSMClient({ maxAttempts: 2 });
  client.middlewareStack.add(tracing("SSM"), { step: "initialize", name: "tracing" });
  return client;
}
