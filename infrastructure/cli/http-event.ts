/** A GET request as a Function URL hands it over (payload format 2.0). */
export function httpEvent(path: string, headers: Readonly<Record<string, string>> = {}) {
  const [rawPath = "/", rawQueryString = ""] = path.split("?");
  return {
    version: "2.0",
    routeKey: "$default",
    rawPath,
    rawQueryString,
    headers: { host: "localhost", "user-agent": "movies-viewer-health-check", ...headers },
    requestContext: {
      http: {
        method: "GET",
        path: rawPath,
        protocol: "HTTP/1.1",
        sourceIp: "127.0.0.1",
        userAgent: "health check",
      },
    },
    isBase64Encoded: false,
  };
}
