import { createDynamoDbClient, createSsmClient } from "@/lib/aws/clients";
import { fixedSecret, ssmSecret, type Secret } from "@/lib/aws/secret";
import { createTally } from "@/lib/aws/tally";
import type { CacheEvent } from "@/lib/cache/answer";
import { createCountedCache, type CountedCache } from "@/lib/cache/counted-cache";
import { createDynamoDbStore } from "@/lib/cache/dynamodb-store";
import { settings, type Settings } from "@/lib/settings";
import { createTmdbClient } from "@/lib/tmdb/client";
import { isUnsent } from "@/lib/tmdb/errors";
import { inSpan } from "@/lib/tracing";

import type { Catalogue } from "./catalogue";
import { createCatalogue } from "./create-catalogue";
import { runRequest, type CurrentRequest } from "./current-request";
import { createHealthRecord, type Health, type HealthRecord } from "./health";
import { logFailure } from "./log";
import { createQuota, type Quota } from "./quota";
import { createTelemetry } from "./telemetry";

interface Movies {
  readonly cache: CountedCache;
  readonly catalogue: Catalogue;
  readonly health: HealthRecord;
  readonly quota: Quota;
}

/** Errors after which TMDB was there and answered, though not with films. */
const ANSWERED = new Set([
  "TmdbBusyError",
  "TmdbKeyRefusedError",
  "TmdbNotFoundError",
  "TmdbRequestRefusedError",
]);

/** Whether a failed request reached TMDB; null when none was sent. */
function reachedTmdb(error: unknown): boolean | null {
  return isUnsent(error) ? null : ANSWERED.has((error as { name?: string }).name ?? "");
}

function readKey(configured: Settings, health: HealthRecord): Secret {
  if (configured.tmdbReadKey) return fixedSecret(configured.tmdbReadKey);
  if (!configured.tmdbReadKeyParameter) {
    const missing = async () => {
      throw new Error("Neither TMDB_READ_KEY nor TMDB_READ_KEY_PARAMETER is set");
    };
    return { read: missing, replace: missing };
  }
  return ssmSecret(createSsmClient(), configured.tmdbReadKeyParameter, {
    onRead: (succeeded) => health.note("ssm", succeeded),
  });
}

function createMovies(): Movies {
  const configured = settings();
  const health = createHealthRecord();
  const telemetry = createTelemetry();

  function onEvent(event: CacheEvent): void {
    if (event.type === "store-answered") health.note("dynamodb", true);
    if (event.type === "answer" && event.outcome === "fetched") health.note("tmdb", true);
    if (event.type === "unreadable") logFailure("cache-entry-unreadable", undefined, event.key);
    if (event.type === "count-damaged") logFailure("cache-count-damaged", undefined, event.key);
    if (event.type === "hits-lost") logFailure("cache-hits-lost", undefined, event.key);
    if (event.type === "store-failed") {
      health.note("dynamodb", false);
      logFailure("cache-store-failed", event.error, event.key);
    }
    if (event.type === "origin-failed") {
      const reached = reachedTmdb(event.error);
      if (reached !== null) health.note("tmdb", reached);
      logFailure("tmdb-failed", event.error, event.key);
    }
    telemetry.note(event);
  }

  const dynamoDb = createDynamoDbClient();
  const store = createDynamoDbStore(dynamoDb, configured.cacheTableName);
  const cache = createCountedCache({ store, onEvent });
  const quota = createQuota({
    tally: createTally(dynamoDb, configured.cacheTableName),
    onFailure: (error) => logFailure("quota-uncounted", error),
  });
  const tmdb = createTmdbClient({
    apiUrl: configured.tmdbApiUrl,
    key: readKey(configured, health),
    admit: (path) => quota.take(path),
  });
  return { cache, catalogue: createCatalogue(cache, tmdb, configured.searchWindowMs), health, quota };
}

// Next bundles the proxy, pages and handlers apart, each with modules of its own. They run in one process
// and must share one cache: it is what makes requests that come at once share one call to TMDB.
const shared = globalThis as { [MOVIES]?: Movies | { readonly failure: unknown } };
const MOVIES = Symbol.for("movies-viewer");

/** @throws {SettingsError} the same every time, and told once in the log */
function movies(): Movies {
  shared[MOVIES] ??= tryToCreateMovies();
  if ("failure" in shared[MOVIES]) throw shared[MOVIES].failure;
  return shared[MOVIES];
}

function tryToCreateMovies(): Movies | { failure: unknown } {
  try {
    return createMovies();
  } catch (failure) {
    logFailure("wrong-settings", failure);
    return { failure };
  }
}

/**
 * The films, as this process is set up, for a request whose client may go on asking.
 *
 * @throws {SettingsError} when the environment is wrong
 * @throws {TooManyRequestsError} when the client of the current request had this app ask TMDB more often than one may
 */
export function catalogue(): Catalogue {
  const { catalogue, quota } = movies();
  quota.check();
  return catalogue;
}

/**
 * Whether DynamoDB, SSM and TMDB were reachable when they were last used; asks none of them.
 *
 * @throws {SettingsError} when the environment is wrong
 */
export function health(): Health {
  return movies().health.read();
}

/**
 * Does the work of a request, which what is done for it knows of.
 *
 * @param failed what to answer to an error of the work
 */
export async function answerRequest<T>(
  request: CurrentRequest,
  work: () => Promise<T> | T,
  failed: (error: unknown) => T,
): Promise<T> {
  return runRequest(request, async () => {
    try {
      return await inSpan("answer", { attributes: { "request.id": request.id } }, work);
    } catch (error) {
      return failed(error);
    }
  });
}

/**
 * Waits for what answers have left to do, such as delivering hits that the table could not take at once. To be
 * awaited after every response: a Lambda stands still until the next request.
 */
export async function settle(): Promise<void> {
  if (shared[MOVIES] && "cache" in shared[MOVIES]) await shared[MOVIES].cache.settle();
}

export type { Answer, SearchPage } from "./catalogue";
export type { Genre, Movie, MoviePage, MovieSummary } from "@/lib/tmdb/movie";
export type { CastMember, Collection, CrewMember, MovieDetails, Trailer } from "@/lib/tmdb/movie-details";
export { MOST_CREDITS, type Person, type PersonCredit } from "@/lib/tmdb/person";
export type { Provider } from "@/lib/tmdb/region";
