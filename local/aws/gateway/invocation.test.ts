import { invocationAnswer, invocationErrorAnswer } from "./invocation";

const RAN = { payload: { statusCode: 200 }, executedVersion: "3", log: "x".repeat(5000) + "END" };

test("an answer names the version, and the log only where it was asked for", () => {
  expect(invocationAnswer(RAN, false)).toEqual({
    status: 200,
    headers: { "Content-Type": "application/json", "X-Amz-Executed-Version": "3" },
    body: '{"statusCode":200}',
  });
  const log = Buffer.from(
    invocationAnswer(RAN, true).headers?.["X-Amz-Log-Result"] ?? "",
    "base64",
  ).toString();
  expect(log).toHaveLength(4096);
  expect(log).toMatch(/END$/);
});

test("a function's own failure is a success of the API", () => {
  const { status, headers } = invocationAnswer({ ...RAN, functionError: "Unhandled" as const }, false);
  expect(status).toBe(200);
  expect(headers).toMatchObject({ "X-Amz-Function-Error": "Unhandled" });
});

test.each([
  ["TooManyRequestsException", 429, "TooManyRequestsException"],
  ["ResourceNotFoundException", 404, "ResourceNotFoundException"],
  ["TypeError", 500, "ServiceException"],
])("%s is a %i", (name, status, type) => {
  const error = Object.assign(new Error("why"), { name });
  expect(invocationErrorAnswer(error)).toMatchObject({ status, headers: { "X-Amzn-ErrorType": type } });
});
