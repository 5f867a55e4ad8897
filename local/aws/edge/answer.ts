import { randomBytes } from "node:crypto";

import { cacheKey } from "./cache-key";
import { cloudFrontError } from "./cloudfront-error";
import { compressed, encodingFor } from "./compression";
import type { EdgeCache } from "./edge-cache";
import { without, type Response, type ViewerRequest } from "./message";
import { originRequest, type OriginRequest } from "./origin-request";
import { partOf } from "./partial-answer";
import { behaviourFor } from "./path-pattern";
import { applyResponseHeaders } from "./response-headers";
import { errorTtlOf, ttlOf } from "./ttl";
import type { Behaviour, Topology } from "./topology";
import { runViewerRequest } from "./viewer-function";

/** What the edge has at hand for a request. */
export interface Tools {
  readonly cache: EdgeCache;
  readonly ask: (behaviour: Behaviour, request: OriginRequest) => Promise<Response>;
  readonly onError: (error: unknown) => void;
}

/** Where it came from, as X-Cache says it. */
type Source = "Hit" | "Miss" | "Error" | "FunctionExecutionError";
interface Found {
  readonly response: Response;
  readonly source: Source;
  readonly age?: number;
}

const KEPT_STATUSES = [200, 203, 300, 301, 302, 307, 308];
/** What is left out where the whole is fetched to be kept. */
const PARTIAL = [
  "range",
  "if-range",
  "if-match",
  "if-none-match",
  "if-modified-since",
  "if-unmodified-since",
];
const HOP_BY_HOP = [
  ...["connection", "keep-alive", "proxy-authenticate", "proxy-connection", "te", "trailer"],
  ...["transfer-encoding", "upgrade"],
];

async function askOrigin(
  viewer: ViewerRequest,
  behaviour: Behaviour,
  topology: Topology,
  { ask, onError }: Tools,
  requestId: string,
): Promise<Response> {
  try {
    const request = originRequest(viewer, behaviour, { requestId, edgeName: topology.domainName });
    const response = await ask(behaviour, request);
    return { ...response, headers: without(response.headers, HOP_BY_HOP) };
  } catch (error) {
    onError(error);
    return cloudFrontError(502);
  }
}

async function fetchAnswer(
  viewer: ViewerRequest,
  behaviour: Behaviour,
  topology: Topology,
  tools: Tools,
  requestId: string,
): Promise<Found> {
  const { cachePolicy, cachedMethods } = behaviour;
  const key = cacheKey(viewer, behaviour);
  const isShared = cachedMethods.includes(viewer.method);
  const found = isShared ? tools.cache.get(key) : undefined;
  if (found) return { ...found, source: found.response.status >= 400 ? "Error" : "Hit" };

  const isKept = isShared && viewer.method !== "HEAD" && cachePolicy.maxTtl > 0;
  const asked = isKept ? { ...viewer, headers: without(viewer.headers, PARTIAL) } : viewer;
  const origin = await askOrigin(asked, behaviour, topology, tools, requestId);
  const encoding = encodingFor(behaviour, viewer.headers["accept-encoding"], origin);
  const response = encoding ? await compressed(origin, encoding) : origin;

  if (response.status < 400) {
    const ttl = ttlOf(response.headers, cachePolicy, Date.now());
    if (isKept && ttl > 0 && KEPT_STATUSES.includes(response.status)) tools.cache.set(key, response, ttl);
    return { response, source: "Miss" };
  }
  const configured = topology.errorTtls.get(response.status);
  const ttl = errorTtlOf(response.status, response.headers, configured, cachePolicy, Date.now());
  // The answer to HEAD has no body that GET could be given.
  if (isShared && viewer.method !== "HEAD" && ttl > 0) tools.cache.set(key, response, ttl);
  return { response, source: "Error" };
}

async function find(
  viewer: ViewerRequest,
  behaviour: Behaviour,
  topology: Topology,
  tools: Tools,
  requestId: string,
): Promise<Found> {
  if (!behaviour.allowedMethods.includes(viewer.method)) {
    const detail = "This distribution is not configured to allow the method of this request.";
    return { response: cloudFrontError(403, detail), source: "Error" };
  }
  // A range is of what GET returns (RFC 9110, 14.2).
  let request = viewer.method === "GET" ? viewer : { ...viewer, headers: without(viewer.headers, ["range"]) };
  if (behaviour.viewerRequest !== undefined) {
    const { id, domainName } = topology;
    try {
      const context = { distributionId: id, distributionDomainName: domainName, requestId };
      request = await runViewerRequest(behaviour.viewerRequest, request, context);
    } catch (error) {
      tools.onError(error);
      return { response: cloudFrontError(503), source: "FunctionExecutionError" };
    }
  }
  const found = await fetchAnswer(request, behaviour, topology, tools, requestId);
  return behaviour.cachePolicy.maxTtl > 0
    ? { ...found, response: partOf(found.response, request.headers) }
    : found;
}

/** Answers a request as the distribution would. */
export async function answer(viewer: ViewerRequest, topology: Topology, tools: Tools): Promise<Response> {
  const requestId = `${randomBytes(40).toString("base64url")}==`;
  const behaviour = behaviourFor(topology.behaviours, viewer.path);
  const { response, source, age } = await find(viewer, behaviour, topology, tools, requestId);
  const headers = {
    ...response.headers,
    ...(age !== undefined && { age: String(age) }),
    via: `1.1 ${topology.domainName} (CloudFront)`,
    "x-amz-cf-id": requestId,
    "x-amz-cf-pop": "LOCAL",
    "x-cache": `${source} from cloudfront`,
  };
  return {
    ...response,
    headers: applyResponseHeaders(headers, behaviour.responseHeadersPolicy),
  };
}
