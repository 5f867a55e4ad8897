import { acceptedEncodings } from "./accept-encoding";
import { without, type Headers, type ViewerRequest } from "./message";
import { selectPairs, takes } from "./selection";
import type { Behaviour } from "./topology";

/** What ends at CloudFront, whatever the policies say. */
const HOP_BY_HOP = [
  ...["connection", "expect", "keep-alive", "te", "trailer", "transfer-encoding", "upgrade"],
  ...["proxy-authenticate", "proxy-authorization", "proxy-connection", "x-real-ip", "x-forwarded-proto"],
];

/** What reaches the origin without a policy that names it. */
const ALWAYS_SENT = [
  "range",
  "if-match",
  "if-none-match",
  "if-modified-since",
  "if-unmodified-since",
  "if-range",
];

export interface OriginRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: Headers;
}

/** Whether the Host of the viewer, not the origin's own, is sent: a signature of CloudFront does not fit then. */
export function sendsViewerHost({ cachePolicy, originRequestPolicy }: Behaviour): boolean {
  return takes("host", cachePolicy.headers, originRequestPolicy.headers);
}

/**
 * Returns what the origin gets of a request: what the cache key holds, what the origin request policy takes,
 * and what CloudFront itself adds.
 * @param requestId CloudFront's, for X-Amz-Cf-Id
 * @param edgeName the edge's own name, for Via
 */
export function originRequest(
  viewer: ViewerRequest,
  behaviour: Behaviour,
  { requestId, edgeName }: { readonly requestId: string; readonly edgeName: string },
): OriginRequest {
  const { cachePolicy, originRequestPolicy, origin } = behaviour;
  const taken = Object.entries(viewer.headers).filter(
    ([name]) => ALWAYS_SENT.includes(name) || takes(name, cachePolicy.headers, originRequestPolicy.headers),
  );
  const headers: Record<string, string> = {
    ...without(Object.fromEntries(taken), [...HOP_BY_HOP, "cookie", "content-length"]),
  };
  for (const name of Object.keys(headers)) {
    if (/^x-(?:amz-cf|edge)-/.test(name)) delete headers[name];
  }
  // Where CloudFront compresses or keeps encodings apart, it says which, and not the viewer.
  if (cachePolicy.gzip || cachePolicy.brotli) {
    delete headers["accept-encoding"];
    const accepted = acceptedEncodings(viewer.headers["accept-encoding"], cachePolicy);
    if (accepted.length > 0) headers["accept-encoding"] = accepted.join(",");
  }
  const cookie = selectPairs(
    viewer.headers["cookie"] ?? "",
    "; ",
    cachePolicy.cookies,
    originRequestPolicy.cookies,
  );
  const forwardedFor = [viewer.headers["x-forwarded-for"], viewer.ip].filter(Boolean).join(", ");
  return {
    method: viewer.method,
    path: origin.path + viewer.path,
    query: selectPairs(viewer.query, "&", cachePolicy.queries, originRequestPolicy.queries),
    headers: {
      "user-agent": "Amazon CloudFront",
      ...headers,
      ...(cookie && { cookie }),
      ...(!sendsViewerHost(behaviour) && { host: origin.domainName }),
      via: [viewer.headers["via"], `1.1 ${edgeName} (CloudFront)`].filter(Boolean).join(", "),
      "x-amz-cf-id": requestId,
      "x-forwarded-for": forwardedFor,
    },
  };
}
