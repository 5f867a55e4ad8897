import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { close, listen } from "../listen";
import { apiAnswer, type Api } from "./answers/routes";
import type { StandInFilm } from "./catalogue/film";
import { sampleCatalogue } from "./catalogue/sample-catalogue";
import { commit, senderOf, type Intercept, type Send } from "./fault";
import { filmsOf } from "./films";
import { imageAnswer } from "./images/image-answer";

export interface TmdbStandInOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  readonly host?: string;
  /** The one key that is accepted, as `Authorization: Bearer <key>`. */
  readonly key: string;
  /** The sample catalogue by default. */
  readonly films?: readonly StandInFilm[];
  /** Asked before every answer of the API, not for images. */
  readonly intercept?: Intercept;
  /** Milliseconds since 1970; what trends depends on it. */
  readonly now?: () => number;
}

export interface TmdbStandIn {
  /** Stands for `https://api.themoviedb.org`. */
  readonly url: string;
  /** Stands for `https://image.tmdb.org/t/p`. */
  readonly imageUrl: string;
  /** Every request of the API so far, oldest first, refused ones too; images are not in it. */
  readonly requests: readonly { readonly path: string; readonly query: URLSearchParams }[];
  /** Stops listening and ends what is still open. */
  close(): Promise<void>;
}

const JSON_HEADERS = { "Content-Type": "application/json; charset=utf-8" };
const IMAGE_HEADERS = {
  "Content-Type": "image/svg+xml; charset=utf-8",
  "Cache-Control": "public, max-age=86400",
  "Access-Control-Allow-Origin": "*",
};

/**
 * Starts a server that answers as TMDB's API and image host do, from the films it is given.
 * @throws when the port is taken
 */
export async function startTmdbStandIn(options: TmdbStandInOptions): Promise<TmdbStandIn> {
  const { key, intercept, port = 0, host = "127.0.0.1", now = Date.now } = options;
  const films = filmsOf(options.films ?? sampleCatalogue());
  const requests: { path: string; query: URLSearchParams }[] = [];

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      // A test's own intercept failed: say so where the test will see it.
      if (!response.headersSent) response.writeHead(500, { "Content-Type": "text/plain" });
      response.end(String(error));
    });
  });
  const url = await listen(server, port, host);
  const imageUrl = `${url}/t/p`;
  const api: Api = { films, key, imageUrl, now };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname: path, searchParams: query } = new URL(request.url ?? "/", url);
    if (path.startsWith("/t/p/")) {
      const svg = imageAnswer(path, films.find);
      if (svg === null)
        response.writeHead(404, { "Content-Type": "text/plain" }).end("There is no such image.");
      else response.writeHead(200, IMAGE_HEADERS).end(svg);
      return;
    }
    requests.push({ path, query });
    const usual = (send: Send) => {
      const { authorization } = request.headers;
      const { status, body } = apiAnswer(api, {
        method: request.method ?? "GET",
        path,
        query,
        authorization,
      });
      send(status, JSON_HEADERS, JSON.stringify(body));
    };
    const fault = await intercept?.({ path, query });
    if (fault) await commit(fault, response, usual);
    else usual(senderOf(response));
  }

  return { url, imageUrl, requests, close: () => close(server) };
}
