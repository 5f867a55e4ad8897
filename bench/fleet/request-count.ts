import type { ClientRequest } from "node:http";
import { subscribe } from "node:diagnostics_channel";

/**
 * Counts this process's requests to a server, whoever sends them and repeats included. Node tells of them itself, so
 * counting costs no time that would be measured.
 * @param url such as `http://127.0.0.1:8000`
 * @returns how many there have been so far
 */
export function countRequests(url: string): () => number {
  const { host } = new URL(url);
  let count = 0;
  subscribe("http.client.request.start", (message) => {
    const { request } = message as { request: ClientRequest };
    if (request.getHeader("host") === host) count += 1;
  });
  return () => count;
}
