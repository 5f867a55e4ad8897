import type { Invocation } from "../lambda/lambda-service";
import type { Answer } from "./answer";

/** Runs the function; errors are AWS's own, by name. */
export type Invoke = (
  functionName: string,
  qualifier: string | undefined,
  event: unknown,
) => Promise<Invocation>;

// Lambda answers no more of a log than this.
const LOG_TAIL_BYTES = 4096;

const STATUS: Readonly<Record<string, number>> = {
  InvalidRequestContentException: 400,
  ResourceNotFoundException: 404,
  TooManyRequestsException: 429,
};

/** The answer to `Invoke`: https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html */
export function invocationAnswer(invocation: Invocation, withLog: boolean): Answer {
  const { payload, functionError, executedVersion, log } = invocation;
  const tail = Buffer.from(log).subarray(-LOG_TAIL_BYTES).toString("base64");
  return {
    status: 200,
    headers: {
      "Content-Type": "application/json",
      "X-Amz-Executed-Version": executedVersion,
      ...(functionError ? { "X-Amz-Function-Error": functionError } : {}),
      ...(withLog ? { "X-Amz-Log-Result": tail } : {}),
    },
    body: JSON.stringify(payload ?? null),
  };
}

/** The answer where the function was not run. */
export function invocationErrorAnswer(error: unknown): Answer {
  const { name, message } = error as Error;
  const status = STATUS[name] ?? 500;
  return {
    status,
    headers: {
      "Content-Type": "application/json",
      "X-Amzn-ErrorType": status === 500 ? "ServiceException" : name,
    },
    body: JSON.stringify({ Type: status === 500 ? "Service" : "User", Message: message }),
  };
}
