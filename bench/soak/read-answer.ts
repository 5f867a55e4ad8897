import type { Ask } from "./asks";

/** What an answer tells of where it came from. */
export interface Told {
  readonly source: "tmdb" | "cache";
  /** Null for one that says it was not counted. */
  readonly hits: number | null;
  readonly stale: boolean;
  /** When it was fetched, which tells one window of a key from the next; null for a page, which tells its age only. */
  readonly fetchedAt: string | null;
}

export interface RawAnswer {
  readonly status: number;
  /** By names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface ReadAnswer {
  /** Null for an error, and for what is not counted. */
  readonly told: Told | null;
  /** What is wrong with the answer, whatever fails behind the server. */
  readonly wrong: string | null;
}

const PROBLEM = "application/problem+json";
/** Statuses that have to say when to come back. */
const TO_WAIT = [429, 503];

function parsed(body: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    // Not JSON is told as what is wrong.
    return null;
  }
}

function toldByApi(body: string): Told | null {
  const { source, hits, stale, fetchedAt } = (parsed(body)?.["cache"] ?? {}) as Partial<Told>;
  const isCount = hits === null || (Number.isInteger(hits) && Number(hits) >= 0);
  if ((source !== "tmdb" && source !== "cache") || hits === undefined || !isCount) return null;
  if (typeof stale !== "boolean" || typeof fetchedAt !== "string") return null;
  return { source, hits, stale, fetchedAt };
}

function toldByPage(body: string): Told | null {
  const [words, number] = /From TMDB|From cache, hit (?:(\d+)|not counted)/.exec(body) ?? [];
  if (words === undefined) return null;
  const source = words === "From TMDB" ? "tmdb" : "cache";
  const counted = number === undefined ? null : Number(number);
  const stale = body.includes("so this copy is shown");
  return { source, hits: source === "tmdb" ? 0 : counted, stale, fetchedAt: null };
}

/** What is wrong with an error, other than that it is one. */
function wrongError(path: string, { status, headers, body }: RawAnswer): string | null {
  const type = headers["content-type"] ?? "";
  if (TO_WAIT.includes(status) && headers["retry-after"] === undefined)
    return `${status} without Retry-After`;
  if (!path.startsWith("/api/")) return type.startsWith("text/html") ? null : `${status} that is no page`;
  if (!type.startsWith(PROBLEM)) return `${status} that is no problem document`;
  return parsed(body)?.["status"] === status ? null : `${status} whose document says otherwise`;
}

/** Reads an answer as the contract has it. */
export function readAnswer(ask: Ask, raw: RawAnswer): ReadAnswer {
  const { status, body } = raw;
  if (ask.refusal !== undefined && status !== ask.refusal)
    return { told: null, wrong: `${status} for a request that is to get ${ask.refusal}` };
  if (status >= 400) return { told: null, wrong: wrongError(ask.path, raw) };
  if (status !== 200) return { told: null, wrong: String(status) };
  if (ask.key === null) return { told: null, wrong: null };
  const told = ask.kind === "page" ? toldByPage(body) : toldByApi(body);
  return { told, wrong: told ? null : "200 that does not say where it came from" };
}
