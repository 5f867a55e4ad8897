import { setTimeout as sleep } from "node:timers/promises";
import {
  LambdaClient,
  paginateListEventSourceMappings,
  type EventSourceMappingConfiguration,
} from "@aws-sdk/client-lambda";
import {
  DeleteMessageBatchCommand,
  GetQueueUrlCommand,
  ReceiveMessageCommand,
  SQSClient,
} from "@aws-sdk/client-sqs";
import { DUMMY_CREDENTIALS } from "../dummy-credentials";
import { failedMessages, sqsEvent } from "./sqs-event";
import type { Invocation } from "./lambda/lambda-service";

const LOOK_AGAIN_MS = 2000;
const WAIT_SECONDS = 2;
// SQS hands out no more at once; Lambda makes larger batches of several.
const MAX_BATCH = 10;

export interface EventSources {
  /** Stops polling; a batch that is being worked on is finished first. */
  close(): Promise<void>;
}

export interface EventSourcesOptions {
  readonly endpoint: string;
  readonly region: string;
  readonly invoke: (
    functionName: string,
    qualifier: string | undefined,
    event: unknown,
  ) => Promise<Invocation>;
  readonly onLog: (line: string) => void;
}

type Mapping = EventSourceMappingConfiguration & { readonly UUID: string; readonly EventSourceArn: string };

const isReady = (mapping: EventSourceMappingConfiguration): mapping is Mapping =>
  mapping.State === "Enabled" && mapping.UUID !== undefined && !!mapping.EventSourceArn?.includes(":sqs:");

/** arn:aws:lambda:region:account:function:name[:qualifier] */
const partsOf = (arn: string) => arn.split(":").slice(6) as [string, string?];

/**
 * Does what Lambda does for a queue: receives messages in batches, hands them to the function, and deletes those that
 * it did not fail. The others show again after the queue's visibility timeout, and end in its dead-letter queue.
 */
export function startEventSources({ endpoint, region, invoke, onLog }: EventSourcesOptions): EventSources {
  const client = { endpoint, region, credentials: DUMMY_CREDENTIALS };
  const lambda = new LambdaClient(client);
  const sqs = new SQSClient(client);
  const stop = new AbortController();
  const polling = new Map<string, Promise<void>>();

  async function readMappings(): Promise<Mapping[]> {
    const found: Mapping[] = [];
    for await (const page of paginateListEventSourceMappings({ client: lambda }, {})) {
      found.push(...(page.EventSourceMappings ?? []).filter(isReady));
    }
    return found;
  }

  async function pollOnce(mapping: Mapping): Promise<void> {
    const QueueName = mapping.EventSourceArn.split(":").at(-1) ?? "";
    const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName }));
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({
        QueueUrl,
        MaxNumberOfMessages: Math.min(mapping.BatchSize ?? MAX_BATCH, MAX_BATCH),
        WaitTimeSeconds: WAIT_SECONDS,
        MessageSystemAttributeNames: ["All"],
        MessageAttributeNames: ["All"],
      }),
      { abortSignal: stop.signal },
    );
    if (Messages.length === 0) return;
    const [functionName, qualifier] = partsOf(mapping.FunctionArn ?? "");
    const result = await invoke(functionName, qualifier, sqsEvent(Messages, mapping.EventSourceArn));
    const failed = failedMessages(Messages, result, mapping.FunctionResponseTypes ?? []);
    if (failed.size > 0) onLog(`${functionName} failed ${failed.size} of ${Messages.length} messages`);
    const Entries = Messages.filter(({ MessageId }) => !failed.has(MessageId ?? "")).map(
      (message, index) => ({
        Id: String(index),
        ReceiptHandle: message.ReceiptHandle,
      }),
    );
    if (Entries.length > 0) await sqs.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }));
  }

  /** Polls one mapping's queue for a while; one batch at a time stays below every `maximum_concurrency`. */
  async function poll(mapping: Mapping): Promise<void> {
    try {
      await pollOnce(mapping);
    } catch (error) {
      if (stop.signal.aborted) return;
      onLog(`${mapping.EventSourceArn}: ${String(error)}`);
      await sleep(LOOK_AGAIN_MS, undefined, { signal: stop.signal }).catch(() => {});
    }
  }

  async function look(): Promise<void> {
    while (!stop.signal.aborted) {
      // Before the stack is there, and after it is gone, there is just nothing to do.
      const mappings = await readMappings().catch(() => []);
      for (const mapping of mappings) {
        if (polling.has(mapping.UUID)) continue;
        polling.set(
          mapping.UUID,
          poll(mapping).finally(() => polling.delete(mapping.UUID)),
        );
      }
      const pause =
        mappings.length > 0
          ? Promise.race(polling.values())
          : sleep(LOOK_AGAIN_MS, undefined, { signal: stop.signal });
      await pause?.catch(() => {});
    }
  }

  const looking = look();
  return {
    async close() {
      stop.abort();
      await Promise.all([looking, ...polling.values()]);
      lambda.destroy();
      sqs.destroy();
    },
  };
}
