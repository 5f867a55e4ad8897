import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { buffer, text } from "node:stream/consumers";
import { close, listen } from "../../listen";
import type { Answer } from "./answer";
import { CloudFrontControlPlane } from "./cloudfront/control-plane";
import { ask, forward } from "./forward";
import { invocationAnswer, invocationErrorAnswer, type Invoke } from "./invocation";
import { invocationOf, operationOf, route } from "./route";
import { changeTable } from "./tables";

/** The one account of the emulated AWS; moto's default. */
export const ACCOUNT_ID = "123456789012";

export interface Engines {
  /** URL of moto, which answers everything that nobody else does. */
  readonly moto: string;
  /** URL of the DynamoDB that holds the items. */
  readonly dynamoDb: string;
  readonly invoke: Invoke;
  /** Told of what no client will hear of. */
  readonly onLog: (line: string) => void;
}

export interface Gateway {
  /** For `AWS_ENDPOINT_URL`. */
  readonly endpoint: string;
  close(): Promise<void>;
}

function refusal({ headers }: IncomingMessage): Answer {
  const code = "MissingAuthenticationToken";
  const message = "Request is missing Authentication Token";
  if (`${headers["content-type"] ?? ""}`.includes("json")) {
    return {
      status: 403,
      headers: { "Content-Type": "application/x-amz-json-1.1", "X-Amzn-ErrorType": `${code}Exception` },
      body: JSON.stringify({ __type: `${code}Exception`, message }),
    };
  }
  const error = `<Error><Code>${code}</Code><Message>${message}</Message></Error>`;
  return {
    status: 403,
    headers: { "Content-Type": "text/xml" },
    body: `<ErrorResponse>${error}</ErrorResponse>`,
  };
}

function unknownOperation({ headers }: IncomingMessage): Answer {
  const message = `${operationOf(headers)} is not emulated: the stack never asks for it.`;
  return {
    status: 400,
    headers: { "Content-Type": "application/x-amz-json-1.0" },
    body: JSON.stringify({ __type: "UnknownOperationException", message }),
  };
}

async function invoke(request: IncomingMessage, url: URL, { invoke: run, onLog }: Engines): Promise<Answer> {
  const { functionName, qualifier } = invocationOf(url);
  const type = request.headers["x-amz-invocation-type"] ?? "RequestResponse";
  if (type !== "RequestResponse") {
    const message = `The invocation type ${type} is not emulated.`;
    return invocationErrorAnswer(
      Object.assign(new Error(message), { name: "InvalidParameterValueException" }),
    );
  }
  const body = await text(request);
  let event: unknown;
  try {
    event = body === "" ? {} : JSON.parse(body);
  } catch (error) {
    const message = `Could not parse request body into json: ${(error as Error).message}`;
    return invocationErrorAnswer(
      Object.assign(new Error(message), { name: "InvalidRequestContentException" }),
    );
  }
  return run(functionName, qualifier, event).then(invocationAnswer, (error: unknown) => {
    onLog(`${functionName}: ${String(error)}`);
    return invocationErrorAnswer(error);
  });
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  engines: Engines,
  cloudFront: CloudFrontControlPlane,
): Promise<void> {
  const method = request.method ?? "GET";
  const url = new URL(request.url ?? "/", "http://127.0.0.1");
  const reply = ({ status, headers, body }: Answer) => {
    response.writeHead(status, { ...headers, "X-Amzn-RequestId": crypto.randomUUID() }).end(body);
  };

  switch (route({ method, url, headers: request.headers })) {
    case "refused":
      return reply(refusal(request));
    case "unknown":
      return reply(unknownOperation(request));
    case "cloudfront":
      return reply(
        cloudFront.answer({ method, url, ifMatch: request.headers["if-match"], body: await text(request) }),
      );
    case "lambda-invoke":
      return reply(await invoke(request, url, engines));
    case "dynamodb-items":
      return forward(request, response, engines.dynamoDb);
    case "dynamodb-tables": {
      const at = (engine: string) => (body: Uint8Array) => ask(request, engine, body);
      const body = await buffer(request);
      return reply(
        await changeTable(operationOf(request.headers), body, at(engines.moto), at(engines.dynamoDb)),
      );
    }
    case "moto":
      return forward(request, response, engines.moto);
  }
}

/**
 * Starts the one endpoint of the emulated AWS. Who answers a request is said in route.ts.
 * @throws Node's own error when the port is taken
 */
export async function startGateway(engines: Engines, port = 0): Promise<Gateway> {
  const cloudFront = new CloudFrontControlPlane(ACCOUNT_ID);
  const server = createServer((request, response) => {
    handle(request, response, engines, cloudFront).catch((error: unknown) => {
      engines.onLog(`${request.method} ${request.url}: ${String(error)}`);
      if (response.headersSent) return response.destroy();
      return response.writeHead(502, { "Content-Type": "text/plain" }).end(String(error));
    });
  });
  return { endpoint: await listen(server, port, "127.0.0.1"), close: () => close(server) };
}
