import { without, type Headers, type Response } from "./message";

const weak = (tag: string) => tag.trim().replace(/^W\//, "");

/** Whether the viewer has this representation already (RFC 9110, 13.1). */
function isKnown(request: Headers, response: Headers): boolean {
  const tags = request["if-none-match"];
  if (tags !== undefined) {
    const { etag } = response;
    return (
      etag !== undefined && tags.split(",").some((tag) => tag.trim() === "*" || weak(tag) === weak(etag))
    );
  }
  const since = Date.parse(request["if-modified-since"] ?? "");
  return Date.parse(response["last-modified"] ?? "") <= since;
}

/** Returns what of a whole answer the viewer asked for: nothing new, a range, or all. */
export function partOf(response: Response, request: Headers): Response {
  if (response.status !== 200) return response;
  const { headers, body } = response;
  if (isKnown(request, headers)) {
    const described = ["content-type", "content-length", "content-encoding", "accept-ranges"];
    return { ...response, status: 304, headers: without(headers, described), body: Buffer.alloc(0) };
  }
  const range = /^bytes=(\d*)-(\d*)$/.exec(request["range"] ?? "");
  // One range of what is not compressed; else all of it, as RFC 9110 (14.2) leaves to the server.
  if (!range || (!range[1] && !range[2]) || headers["content-encoding"]) return response;
  const validator = request["if-range"];
  if (validator !== undefined && validator !== headers["etag"] && validator !== headers["last-modified"]) {
    return response;
  }
  const size = body.length;
  const from = range[1] ? Number(range[1]) : Math.max(0, size - Number(range[2]));
  const to = range[1] && range[2] ? Math.min(Number(range[2]), size - 1) : size - 1;
  if (from > to || from >= size) {
    return {
      ...response,
      status: 416,
      headers: { "content-range": `bytes */${size}` },
      body: Buffer.alloc(0),
    };
  }
  return {
    ...response,
    status: 206,
    headers: { ...headers, "content-range": `bytes ${from}-${to}/${size}` },
    body: body.subarray(from, to + 1),
  };
}
