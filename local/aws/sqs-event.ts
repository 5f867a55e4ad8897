import type { Message } from "@aws-sdk/client-sqs";
import type { SQSBatchResponse, SQSEvent, SQSMessageAttributes, SQSRecordAttributes } from "aws-lambda";
import type { Invocation } from "./lambda/lambda-service";

/** A batch as a function gets it: https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html */
export function sqsEvent(messages: readonly Message[], queueArn: string): SQSEvent {
  const [, , , awsRegion = ""] = queueArn.split(":");
  return {
    Records: messages.map((message) => ({
      messageId: message.MessageId ?? "",
      receiptHandle: message.ReceiptHandle ?? "",
      body: message.Body ?? "",
      attributes: message.Attributes as unknown as SQSRecordAttributes,
      messageAttributes: Object.fromEntries(
        Object.entries(message.MessageAttributes ?? {}).map(
          ([name, { StringValue, BinaryValue, DataType }]) => [
            name,
            {
              dataType: DataType,
              ...(StringValue === undefined ? {} : { stringValue: StringValue }),
              ...(BinaryValue === undefined
                ? {}
                : { binaryValue: Buffer.from(BinaryValue).toString("base64") }),
            },
          ],
        ),
      ) as SQSMessageAttributes,
      md5OfBody: message.MD5OfBody ?? "",
      eventSource: "aws:sqs",
      eventSourceARN: queueArn,
      awsRegion,
    })),
  };
}

/**
 * Returns the ids of the messages that stay in the queue: all of them when the function failed, and those that it
 * names where the mapping lets it name some. A name that is no message of the batch fails the whole batch.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html
 */
export function failedMessages(
  messages: readonly Message[],
  { functionError, payload }: Pick<Invocation, "functionError" | "payload">,
  responseTypes: readonly string[],
): ReadonlySet<string> {
  const all = new Set(messages.map(({ MessageId = "" }) => MessageId));
  if (functionError) return all;
  if (!responseTypes.includes("ReportBatchItemFailures")) return new Set();
  const { batchItemFailures } = (payload ?? {}) as Partial<SQSBatchResponse>;
  const named = (batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier);
  return named.every((id) => all.has(id)) ? new Set(named) : all;
}
