import { createServer, request as ask, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";

import { close, listen } from "../../local/listen";
import { baseUrl } from "./addresses";

/** A network to the site that can fail. */
export interface Front {
  readonly url: string;
  /** From now on nothing answers, as without a network. */
  cut(): Promise<void>;
  mend(): Promise<void>;
  /** From now on this path is answered with another text, as a new release would. */
  replace(path: string, text: string): void;
  /** From now on a page arrives in two pieces, the second of them later by so many milliseconds and beginning so. */
  halt(before: string, ms: number): void;
  /** The paths that were asked for so far, each as often as it was. */
  readonly asked: readonly string[];
}

/** Stands in front of the site. */
export async function openFront(): Promise<Front> {
  const replaced = new Map<string, string>();
  const asked: string[] = [];
  let halted: { before: string; ms: number } | undefined;

  async function inPieces(answer: IncomingMessage, response: ServerResponse): Promise<void> {
    const page = await text(answer);
    const { before, ms } = halted ?? { before: "", ms: 0 };
    const cut = page.indexOf(before);
    if (cut < 0) return void response.destroy(new Error(`There is no ${before} in the page`));
    response.write(page.slice(0, cut));
    await sleep(ms);
    response.end(page.slice(cut));
  }

  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    asked.push(path);
    const other = replaced.get(path);
    if (other !== undefined) {
      response.writeHead(200, { "Content-Type": "text/javascript", "Cache-Control": "no-cache" }).end(other);
      return;
    }
    const { method } = request;
    // A page that is cut in two has to be text.
    const headers = halted ? { ...request.headers, "accept-encoding": "identity" } : request.headers;
    const forwarded = ask(`${baseUrl}${path}`, { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      if (halted && answer.headers["content-type"]?.startsWith("text/html")) void inPieces(answer, response);
      else answer.pipe(response);
    });
    forwarded.on("error", () => response.destroy());
    request.pipe(forwarded);
  });
  const url = await listen(server, 0, "127.0.0.1");
  const { port } = new URL(url);

  return {
    url,
    cut: () => close(server),
    mend: async () => void (await listen(server, Number(port), "127.0.0.1")),
    replace: (path, text) => replaced.set(path, text),
    halt: (before, ms) => void (halted = { before, ms }),
    asked,
  };
}
