import type { Headers } from "./message";

/** A response headers policy: what is added to each answer. Names in lower case. */
export interface ResponseHeadersPolicy {
  readonly added: readonly { readonly name: string; readonly value: string; readonly override: boolean }[];
}

/** Returns the headers with the policy applied to them. */
export function applyResponseHeaders(headers: Headers, policy: ResponseHeadersPolicy | undefined): Headers {
  if (!policy) return headers;
  const added = policy.added
    .filter(({ name, override }) => override || headers[name] === undefined)
    .map(({ name, value }) => [name, value]);
  return { ...headers, ...Object.fromEntries(added) };
}
