import type { Headers, ViewerRequest } from "./message";

/** What a value looks like in the event of a CloudFront Function. */
interface Value {
  readonly value: string;
  readonly multiValue?: readonly { readonly value: string }[];
}
type Values = Readonly<Record<string, Value>>;

/** A request as a CloudFront Function sees it and may return it. */
export interface FunctionRequest {
  readonly method: string;
  readonly uri: string;
  readonly querystring: Values;
  readonly headers: Values;
  readonly cookies: Values;
}

/** What a function may read but not change. */
const READ_ONLY = ["host", "content-length", "transfer-encoding", "via"];
const FORBIDDEN =
  /^(?:connection|expect|keep-alive|proxy-.*|trailer|upgrade|x-accel-.*|x-amz-cf-.*|x-edge-.*|x-cache.*|x-real-ip)$/;

function valuesOf(pairs: readonly (readonly [string, string])[]): Values {
  const values = new Map<string, Value>();
  for (const [name, value] of pairs) {
    const first = values.get(name);
    const multiValue = first && [...(first.multiValue ?? [{ value: first.value }]), { value }];
    values.set(name, multiValue ? { value: first.value, multiValue } : { value });
  }
  return Object.fromEntries(values);
}

const pairsOf = (text: string, separator: RegExp) =>
  text
    .split(separator)
    .filter(Boolean)
    .map((pair): [string, string] => {
      const at = pair.indexOf("=");
      return at < 0 ? [pair, ""] : [pair.slice(0, at), pair.slice(at + 1)];
    });

const textOf = (values: Values, separator: string) =>
  Object.entries(values)
    .flatMap(([name, { value, multiValue = [{ value }] }]) => multiValue.map((one) => `${name}=${one.value}`))
    .join(separator);

const headersOf = (values: Values): Headers =>
  Object.fromEntries(
    Object.entries(values).map(([name, { value, multiValue = [{ value }] }]) => [
      name.toLowerCase(),
      multiValue.map((one) => one.value).join(", "),
    ]),
  );

/** Returns the viewer's request as the event has it: cookies are not among the headers. */
export const functionRequest = ({ method, path, query, headers }: ViewerRequest): FunctionRequest => ({
  method,
  uri: path,
  querystring: valuesOf(pairsOf(query, /&/)),
  headers: valuesOf(Object.entries(headers).filter(([name]) => name !== "cookie")),
  cookies: valuesOf(pairsOf(headers["cookie"] ?? "", /;\s*/)),
});

/**
 * Returns the viewer's request as the function left it.
 * @throws where CloudFront would not take it
 */
export function changedRequest(viewer: ViewerRequest, after: FunctionRequest): ViewerRequest {
  const before = functionRequest(viewer);
  const headers = headersOf(after.headers);
  const old = headersOf(before.headers);
  const refused = Object.keys({ ...old, ...headers }).find(
    (name) => (READ_ONLY.includes(name) || FORBIDDEN.test(name)) && old[name] !== headers[name],
  );
  if (refused) throw new Error(`The function changed the header ${refused}, which it must not.`);
  if (!after.uri.startsWith("/")) throw new Error("The function returned a URI without a leading slash.");
  const cookie = textOf(after.cookies, "; ");
  return {
    ...viewer,
    path: after.uri,
    // As it was sent, where the function left it alone.
    query:
      JSON.stringify(after.querystring) === JSON.stringify(before.querystring)
        ? viewer.query
        : textOf(after.querystring, "&"),
    headers: { ...headers, ...(cookie && { cookie }) },
  };
}
