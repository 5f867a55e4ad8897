import { failedMessages, sqsEvent } from "./sqs-event";

const QUEUE = "arn:aws:sqs:eu-west-3:123456789012:clear";
const MESSAGES = ["a", "b", "c"].map((MessageId) => ({
  MessageId,
  ReceiptHandle: `handle-${MessageId}`,
  Body: "{}",
  MD5OfBody: "md5",
  Attributes: { ApproximateReceiveCount: "1", SentTimestamp: "0" },
  MessageAttributes: { kind: { DataType: "String", StringValue: "x" } },
}));
const PARTIAL = ["ReportBatchItemFailures"];
const failures = (...ids: string[]) => ({
  payload: { batchItemFailures: ids.map((itemIdentifier) => ({ itemIdentifier })) },
});

test("messages become records", () => {
  const { Records } = sqsEvent(MESSAGES, QUEUE);
  expect(Records).toHaveLength(3);
  expect(Records[0]).toEqual({
    messageId: "a",
    receiptHandle: "handle-a",
    body: "{}",
    attributes: { ApproximateReceiveCount: "1", SentTimestamp: "0" },
    messageAttributes: { kind: { dataType: "String", stringValue: "x" } },
    md5OfBody: "md5",
    eventSource: "aws:sqs",
    eventSourceARN: QUEUE,
    awsRegion: "eu-west-3",
  });
});

test.each([
  ["a success", { payload: null }, PARTIAL, []],
  ["no failures", failures(), PARTIAL, []],
  ["one of them", failures("b"), PARTIAL, ["b"]],
  ["a name that is none of them", failures("b", "z"), PARTIAL, ["a", "b", "c"]],
  ["names that nobody asked for", failures("b"), [], []],
  ["a function that failed", { payload: {}, functionError: "Unhandled" as const }, [], ["a", "b", "c"]],
])("%s", (_, result, types, failed) => {
  expect([...failedMessages(MESSAGES, result, types)]).toEqual(failed);
});
