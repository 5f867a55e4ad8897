import { randomUUID } from "node:crypto";

import type { LambdaService } from "../lambda/lambda-service";
import { functionUrlEvent } from "./lambda-event";
import { INTERNAL_ERROR, readResult } from "./lambda-result";
import type { Response } from "./message";
import { mayInvoke } from "./origin-access";
import type { OriginRequest } from "./origin-request";
import type { LambdaOrigin } from "./topology";

/** The edge's own address, which a Function URL takes for the client's. */
const SOURCE_IP = "127.0.0.1";

const refusal = (status: number, type: string, message: string): Response => ({
  status,
  headers: { "content-type": "application/json", "x-amzn-errortype": type },
  setCookies: [],
  body: Buffer.from(JSON.stringify({ Message: message })),
});

/**
 * Asks a function through its URL.
 * @param signatureFits false where the origin got the viewer's Host: Lambda then finds that the signature of CloudFront
 *   is not of this request
 */
export async function askLambda(
  lambda: LambdaService,
  origin: LambdaOrigin,
  request: OriginRequest,
  distributionArn: string,
  signatureFits: boolean,
): Promise<Response> {
  if (!signatureFits || !mayInvoke(origin, distributionArn)) {
    return refusal(403, "AccessDeniedException", "Forbidden");
  }
  const id = randomUUID();
  const accountId = distributionArn.split(":")[4] ?? "";
  const event = functionUrlEvent(
    request,
    origin.domainName,
    { accountId, sourceIp: SOURCE_IP },
    { id, at: new Date() },
  );
  try {
    const { payload, functionError } = await lambda.invoke(origin.functionName, origin.qualifier, event);
    const response = functionError ? INTERNAL_ERROR : readResult(payload);
    return { ...response, headers: { ...response.headers, "x-amzn-requestid": id } };
  } catch (error) {
    if ((error as Error).name === "TooManyRequestsException") {
      return refusal(429, "TooManyRequestsException", "Rate Exceeded.");
    }
    throw error;
  }
}
