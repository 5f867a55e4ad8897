import type { OriginRequest } from "./origin-request";
import { without } from "./message";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const two = (value: number) => String(value).padStart(2, "0");

/** Such as `12/Mar/2026:19:03:58 +0000`. */
const requestTime = (at: Date) =>
  `${two(at.getUTCDate())}/${MONTHS[at.getUTCMonth()]}/${at.getUTCFullYear()}` +
  `:${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())} +0000`;

/**
 * Returns the event of a Function URL, payload format 2.0
 * (https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html).
 * @param edge the account and id of who signed the request, and its address: to the URL the client is CloudFront
 */
export function functionUrlEvent(
  { method, path, query, headers }: OriginRequest,
  domainName: string,
  edge: { readonly accountId: string; readonly sourceIp: string },
  request: { readonly id: string; readonly at: Date },
) {
  const queries = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(query)) {
    queries.set(name, queries.has(name) ? `${queries.get(name)},${value}` : value);
  }
  const cookies = headers["cookie"]?.split(/;\s*/);
  const [apiId = ""] = domainName.split(".");
  return {
    version: "2.0",
    routeKey: "$default",
    rawPath: path,
    rawQueryString: query,
    ...(cookies && { cookies }),
    headers: {
      // The signature of CloudFront has taken the place of Authorization.
      ...without(headers, ["cookie", "authorization"]),
      "x-forwarded-proto": "https",
      "x-forwarded-port": "443",
      "x-amzn-trace-id": `Root=1-${Math.floor(request.at.getTime() / 1000).toString(16)}-${request.id.replaceAll("-", "").slice(0, 24)}`,
    },
    ...(query && { queryStringParameters: Object.fromEntries(queries) }),
    requestContext: {
      accountId: edge.accountId,
      apiId,
      domainName,
      domainPrefix: apiId,
      http: {
        method,
        path,
        protocol: "HTTP/1.1",
        sourceIp: edge.sourceIp,
        userAgent: headers["user-agent"] ?? "",
      },
      requestId: request.id,
      routeKey: "$default",
      stage: "$default",
      time: requestTime(request.at),
      timeEpoch: request.at.getTime(),
    },
    isBase64Encoded: false,
  };
}
