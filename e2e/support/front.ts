import { createServer, request as ask } from "node:http";

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
  /** The paths that were asked for so far, each as often as it was. */
  readonly asked: readonly string[];
}

/** Stands in front of the site. */
export async function openFront(): Promise<Front> {
  const replaced = new Map<string, string>();
  const asked: string[] = [];

  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    asked.push(path);
    const text = replaced.get(path);
    if (text !== undefined) {
      response.writeHead(200, { "Content-Type": "text/javascript", "Cache-Control": "no-cache" }).end(text);
      return;
    }
    const { method, headers } = request;
    const forwarded = ask(`${baseUrl}${path}`, { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
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
    asked,
  };
}
