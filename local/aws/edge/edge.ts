import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

import { close, listen } from "../../listen";
import type { LambdaService } from "../lambda/lambda-service";
import { answer, type Tools } from "./answer";
import { createClients, type Clients } from "./clients";
import { cloudFrontError, refusedRequest } from "./cloudfront-error";
import { EdgeCache } from "./edge-cache";
import { keepTopology } from "./kept-topology";
import { askLambda } from "./lambda-origin";
import { without, type Response, type ViewerRequest } from "./message";
import { sendsViewerHost, type OriginRequest } from "./origin-request";
import { readTopology } from "./read-topology";
import { askS3 } from "./s3-origin";
import type { Behaviour } from "./topology";

export interface EdgeOptions {
  /** The emulated AWS. */
  readonly endpoint: string;
  readonly region: string;
  readonly distributionId: string;
  readonly lambda: LambdaService;
  /** 0 takes any free one. */
  readonly port: number;
  readonly host?: string;
  /** Told of what a viewer only sees as an error. */
  readonly onError?: (error: unknown) => void;
}

export interface Edge {
  readonly url: string;
  close(): Promise<void>;
  /** Reads again what is deployed, such as after a deploy. */
  refresh(): Promise<void>;
}

const CACHE_BYTES = 64 * 1024 * 1024;
/** Bytes; above CloudFront's own limit, so that it is CloudFront's error that is answered. */
const MAX_HEADER_SIZE = 64 * 1024;

function originAsker({ s3 }: Clients, lambda: LambdaService, distributionArn: string): Tools["ask"] {
  return (behaviour: Behaviour, request: OriginRequest) => {
    const { origin } = behaviour;
    if (origin.kind === "s3") return askS3(s3, origin, request, distributionArn);
    return askLambda(lambda, origin, request, distributionArn, !sendsViewerHost(behaviour));
  };
}

function viewerRequest({ method = "GET", url = "/", headers, socket }: IncomingMessage): ViewerRequest {
  const [path = "/", ...query] = url.split("?");
  const named = Object.entries(headers).map(([name, value]) => [name, [value].flat().join(", ")]);
  return {
    method,
    path,
    query: query.join("?"),
    headers: Object.fromEntries(named) as Record<string, string>,
    ip: (socket.remoteAddress ?? "").replace(/^::ffff:/, ""),
  };
}

function send(
  response: ServerResponse,
  method: string,
  { status, headers, setCookies, body }: Response,
): void {
  const isBodyless = status === 204 || status === 304;
  const length = method === "HEAD" ? (headers["content-length"] ?? body.length) : body.length;
  response.writeHead(status, {
    ...without(headers, ["content-length"]),
    ...(setCookies.length > 0 && { "set-cookie": [...setCookies] }),
    ...(!isBodyless && { "content-length": length }),
  });
  response.end(isBodyless ? undefined : body);
}

/**
 * Serves the deployed distribution on this machine: what is not deployed is not there.
 * It speaks plain HTTP, so the viewer protocol policy is not enforced; the origins hear of HTTPS.
 * @throws when the distribution can't be read, or Node's own error when the port is taken
 */
export async function startEdge(
  options: EdgeOptions,
  clients: Clients = createClients(options.endpoint, options.region),
): Promise<Edge> {
  const { distributionId, lambda, port, host = "127.0.0.1", onError = () => {} } = options;
  const topologies = await keepTopology(() => readTopology(clients, distributionId), onError);
  const cache = new EdgeCache(CACHE_BYTES);

  async function respond(request: IncomingMessage): Promise<Response> {
    const { method = "GET", url = "/", rawHeaders, headers } = request;
    const hasBody = Number(headers["content-length"] ?? 0) > 0 || "transfer-encoding" in headers;
    const refused = refusedRequest({ method, url, rawHeaders, hasBody });
    if (refused) return { ...refused, headers: { ...refused.headers, "x-cache": "Error from cloudfront" } };
    const topology = topologies.get();
    const ask = originAsker(clients, lambda, topology.arn);
    return answer(viewerRequest(request), topology, { cache, ask, onError });
  }

  const server = createServer({ maxHeaderSize: MAX_HEADER_SIZE }, (request, response) => {
    const method = request.method ?? "GET";
    respond(request)
      .catch((error: unknown) => {
        onError(error);
        return cloudFrontError(502);
      })
      .then((answered) => send(response, method, answered))
      .catch((error: unknown) => {
        // Such as a header that can't be written.
        onError(error);
        response.destroy();
      });
  });
  return {
    // A name, as every distribution has one: for Next 127.0.0.1 is localhost too, so that to OpenNext every rewrite within
    // the site would lead to another site.
    url: (await listen(server, port, host)).replace("127.0.0.1", "localhost"),
    refresh: topologies.refresh,
    async close() {
      await close(server);
      for (const client of Object.values(clients)) client.destroy();
    },
  };
}
