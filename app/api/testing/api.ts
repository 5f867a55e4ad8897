/* eslint-disable import/no-restricted-paths -- support of tests, which may start what replaces the cloud */
import { setTimeout as sleep } from "node:timers/promises";

import { GetItemCommand, PutItemCommand, type AttributeValue } from "@aws-sdk/client-dynamodb";

import { createCacheTable } from "@/local/dynamodb/create-cache-table";
import { createLocalClient } from "@/local/dynamodb/local-client";
import { startDynamoDb } from "@/local/dynamodb/start-dynamodb";
import type { Fault } from "@/local/tmdb/fault";
import { startTmdbStandIn, type TmdbStandIn } from "@/local/tmdb/stand-in";

import { undocumented } from "./documented";
import { FILMS } from "./films";

export const READ_KEY = "eyJhbGciOiJIUzI1NiJ9.the-read-key-of-the-tests";
export const TABLE = "movies-cache-test";

/** The body of an answer about films; other members as they come. */
interface Body extends Record<string, unknown> {
  readonly cache: {
    readonly source: string;
    readonly hits: number | null;
    readonly stale: boolean;
    readonly fetchedAt: string;
    readonly freshUntil: string;
  };
  readonly results: readonly { readonly id: number; readonly title: string }[];
}

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Parsed; null where there is none. */
  readonly body: Body;
}

type Handler = (request: Request, context: { params: Promise<{ id: string }> }) => Promise<Response>;

/** The route files, as Next tells them apart: a literal path before a parameter, a parameter before the rest. */
const ROUTES: readonly [RegExp, () => Promise<unknown>][] = [
  [/^\/api\/movies$/, () => import("../movies/route")],
  [/^\/api\/movies\/discover$/, () => import("../movies/discover/route")],
  [/^\/api\/movies\/now-playing$/, () => import("../movies/now-playing/route")],
  [/^\/api\/movies\/popular$/, () => import("../movies/popular/route")],
  [/^\/api\/movies\/trending$/, () => import("../movies/trending/route")],
  [/^\/api\/movies\/upcoming$/, () => import("../movies/upcoming/route")],
  [/^\/api\/movies\/[^/]+$/, () => import("../movies/[id]/route")],
  [/^\/api\/people\/[^/]+$/, () => import("../people/[id]/route")],
  [/^\/api\/genres$/, () => import("../genres/route")],
  [/^\/api\/health$/, () => import("../health/route")],
  [/^\/api\/openapi\.json$/, () => import("../openapi.json/route")],
  [/^\/api\/.+$/, () => import("../[[...path]]/route")],
];

type Item = Record<string, AttributeValue>;

type Environment = Readonly<Record<string, string | undefined>>;

/** The app's handlers between a TMDB and a DynamoDB of their own. */
export interface Api {
  readonly tmdb: TmdbStandIn;
  readonly dynamoDbUrl: string;
  /** How TMDB misbehaves from now on. */
  fault: Fault | undefined;
  /** Lines of the app's log so far. */
  readonly log: readonly string[];
  /**
   * Sends a request. Every answer is searched for what it must not tell, and held against the API's own
   * description.
   */
  ask(pathAndQuery: string, init?: RequestInit): Promise<Answered>;
  /** Goes on in a new process, with nothing in memory but with the same TMDB and DynamoDB. */
  restart(changed?: Environment): void;
  /** An item of the cache's table, by its key. */
  readItem(pk: string): Promise<Item | undefined>;
  writeItem(item: Item): Promise<void>;
  /** Lets time pass, in milliseconds. */
  advance(ms: number): void;
  /** Waits for what the answers so far have left to do. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

const LONGEST_AFTERWARDS_MS = 200;

const MOVIES = Symbol.for("movies-viewer");

/** The SDK would warn of an old Node in every process; metrics have tests of their own. */
const QUIET = {
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
  POWERTOOLS_METRICS_DISABLED: "true",
};

/** Starts the API with `changed` laid over an environment that works; undefined takes a variable away. */
export async function startApi(changed: Environment = {}): Promise<Api> {
  const environmentBefore = process.env;
  process.env = { ...environmentBefore, ...QUIET };
  const dynamoDb = await startDynamoDb();
  await createCacheTable({ endpoint: dynamoDb.endpoint, tableName: TABLE });
  const client = createLocalClient(dynamoDb.endpoint);
  const tmdb = await startTmdbStandIn({ key: READ_KEY, films: FILMS, intercept: () => api.fault });

  const systemTime = Date.now;
  let passed = 0;
  const clock = jest.spyOn(Date, "now").mockImplementation(() => systemTime() + passed);
  const log: string[] = [];
  const write = process.stderr.write.bind(process.stderr);
  const stderr = jest.spyOn(process.stderr, "write").mockImplementation((line) => {
    if (!String(line).startsWith('{"level":')) return write(line);
    log.push(String(line));
    return true;
  });

  function expectNothingTold(words: string) {
    const hosts = [tmdb.url, dynamoDb.endpoint].map(
      (url) => new RegExp(`127\\.0\\.0\\.1|:${new URL(url).port}`),
    );
    const stack = /(\\n|\n) *at |node:internal|\.[cm]?[jt]sx?:\d+/;
    for (const secret of [/the-read-key/, /Bearer/, stack, ...hosts]) expect(words).not.toMatch(secret);
  }

  const afterwards: (() => Promise<void>)[] = [];
  const leftToDo: Promise<void>[] = [];
  const api: Api = {
    tmdb,
    dynamoDbUrl: dynamoDb.endpoint,
    fault: undefined,
    log,
    async ask(pathAndQuery, init = {}) {
      const request = new Request(`http://localhost${pathAndQuery}`, init);
      const { pathname } = new URL(request.url);
      const [, load] = ROUTES.find(([pattern]) => pattern.test(pathname)) ?? [];
      const handlers = (await load?.()) as Readonly<Record<string, Handler>>;
      const id = decodeURIComponent(pathname.split("/").at(-1) ?? "");
      const response = await handlers[request.method]?.(request, { params: Promise.resolve({ id }) });
      if (!response) throw new Error(`${request.method} ${pathname} has no handler`);
      for (const work of afterwards.splice(0)) leftToDo.push(work());
      // Where that takes long no client waits for it.
      await Promise.race([api.settled(), sleep(LONGEST_AFTERWARDS_MS)]);

      const { status, headers } = response;
      const text = await response.text();
      expectNothingTold(`${JSON.stringify([...headers])} ${text}`);
      if (request.method === "GET") expect(headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
      if (request.method !== "OPTIONS") expect(undocumented(pathname, status, headers, text)).toEqual([]);
      return { status, headers, text, body: text === "" ? null : JSON.parse(text) };
    },
    restart(further = {}) {
      jest.resetModules();
      // Outside of Next there is no response after which to run what a handler leaves to do.
      jest.doMock("next/server", () => ({
        ...jest.requireActual<object>("next/server"),
        after: (work: () => Promise<void>) => afterwards.push(work),
      }));
      delete (globalThis as { [MOVIES]?: unknown })[MOVIES];
      const environment = {
        PATH: environmentBefore.PATH,
        NODE_ENV: environmentBefore.NODE_ENV,
        AWS_REGION: "eu-west-3",
        AWS_ACCESS_KEY_ID: "local",
        AWS_SECRET_ACCESS_KEY: "local",
        ...QUIET,
        AWS_ENDPOINT_URL_DYNAMODB: dynamoDb.endpoint,
        CACHE_TABLE_NAME: TABLE,
        TMDB_API_URL: tmdb.url,
        TMDB_READ_KEY: READ_KEY,
        ...changed,
        ...further,
      };
      const set = Object.entries(environment).filter(([, value]) => value !== undefined);
      process.env = Object.fromEntries(set) as NodeJS.ProcessEnv;
    },
    async readItem(pk) {
      const read = new GetItemCommand({ TableName: TABLE, Key: { pk: { S: pk } }, ConsistentRead: true });
      return (await client.send(read)).Item;
    },
    async writeItem(item) {
      await client.send(new PutItemCommand({ TableName: TABLE, Item: item }));
    },
    advance(ms) {
      passed += ms;
    },
    async settled() {
      await Promise.all(leftToDo);
    },
    async close() {
      clock.mockRestore();
      stderr.mockRestore();
      process.env = environmentBefore;
      client.destroy();
      await Promise.all([tmdb.close(), dynamoDb.close()]);
      expectNothingTold(log.join(""));
    },
  };
  api.restart();
  return api;
}
