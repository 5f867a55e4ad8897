import { invocationAnswer, invocationErrorAnswer } from "./invocation";

const RAN = { payload: { statusCode: 200 }, executedVersion: "3" };

test("an answer names the version that gave it", () => {
  expect(invocationAnswer(RAN)).toEqual({
    status: 200,
    headers: { "Content-Type": "application/json", "X-Amz-Executed-Version": "3" },
    body: '{"statusCode":200}',
  });
});

test("a function's own failure is a success of the API", () => {
  const { status, headers } = invocationAnswer({ ...RAN, functionError: "Unhandled" as const });
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
