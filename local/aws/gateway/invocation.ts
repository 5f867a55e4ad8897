import type { Invocation } from "../lambda/lambda-service";
import type { Answer } from "./answer";

/** Runs the function; errors are AWS's own, by name. */
export type Invoke = (
  functionName: string,
  qualifier: string | undefined,
  event: unknown,
) => Promise<Invocation>;

const STATUS: Readonly<Record<string, number>> = {
  InvalidParameterValueException: 400,
  InvalidRequestContentException: 400,
  ResourceNotFoundException: 404,
  TooManyRequestsException: 429,
};

/**
 * The answer to `Invoke` by one who waits for it, as our commands do, and not for the log:
 * https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
 */
export function invocationAnswer({ payload, functionError, executedVersion }: Invocation): Answer {
  return {
    status: 200,
    headers: {
      "Content-Type": "application/json",
      "X-Amz-Executed-Version": executedVersion,
      ...(functionError ? { "X-Amz-Function-Error": functionError } : {}),
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
