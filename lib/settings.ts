import { z } from "zod";

/** What the environment says, checked. Times are in milliseconds. */
export interface Settings {
  readonly cacheTableName: string;
  readonly searchWindowMs: number;
  /** TMDB's API read access token itself (a laptop), or null. */
  readonly tmdbReadKey: string | null;
  /** Name of the SSM SecureString that holds the token (the cloud), or null. */
  readonly tmdbReadKeyParameter: string | null;
  readonly tmdbApiUrl: string;
  readonly tmdbImageUrl: string;
}

const TMDB_API_URL = "https://api.themoviedb.org";
const TMDB_IMAGE_URL = "https://image.tmdb.org/t/p";

// TMDB's terms allow content to be kept for six months at most.
const MAX_WINDOW_SECONDS = 180 * 24 * 60 * 60;

const url = (fallback: string) =>
  z
    .url({ protocol: /^https?$/, error: "must be an http or https URL" })
    .default(fallback)
    .transform((value) => value.replace(/\/+$/, ""));

const optionalText = z.string().trim().min(1).nullable().default(null);

const environmentSchema = z.object({
  CACHE_TABLE_NAME: z
    .string()
    // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html
    .regex(/^[a-zA-Z0-9_.-]{3,255}$/, "must be 3 to 255 characters of a-z, A-Z, 0-9, _ . -")
    .default("movies-cache"),
  CACHE_WINDOW_SECONDS: z
    .string()
    .regex(/^\d+(\.\d+)?$/, "must be a number of seconds")
    .transform(Number)
    .refine((seconds) => seconds > 0 && seconds <= MAX_WINDOW_SECONDS, {
      error: `must be above 0 and at most ${MAX_WINDOW_SECONDS}`,
    })
    .default(120),
  TMDB_READ_KEY: optionalText,
  TMDB_READ_KEY_PARAMETER: optionalText,
  TMDB_API_URL: url(TMDB_API_URL),
  TMDB_IMAGE_URL: url(TMDB_IMAGE_URL),
});

/** The environment can't be used; the message names every variable that is wrong, never a value. */
export class SettingsError extends Error {
  override readonly name = "SettingsError";

  constructor(readonly variables: readonly { name: string; problem: string }[]) {
    super(`Wrong settings: ${variables.map(({ name, problem }) => `${name} ${problem}`).join("; ")}`);
  }
}

/**
 * Reads and checks the environment. An empty variable counts as one that is not set.
 *
 * @throws {SettingsError} naming every variable that is wrong
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const parsed = environmentSchema.safeParse(set);
  if (!parsed.success) {
    throw new SettingsError(
      parsed.error.issues.map(({ path, message }) => ({ name: path.join("."), problem: message })),
    );
  }
  return {
    cacheTableName: parsed.data.CACHE_TABLE_NAME,
    searchWindowMs: parsed.data.CACHE_WINDOW_SECONDS * 1000,
    tmdbReadKey: parsed.data.TMDB_READ_KEY,
    tmdbReadKeyParameter: parsed.data.TMDB_READ_KEY_PARAMETER,
    tmdbApiUrl: parsed.data.TMDB_API_URL,
    tmdbImageUrl: parsed.data.TMDB_IMAGE_URL,
  };
}

let known: Settings | undefined;

/**
 * The settings of this process, read from its environment once.
 *
 * @throws {SettingsError} as {@link readSettings}
 */
export function settings(): Settings {
  known ??= readSettings(process.env);
  return known;
}

/**
 * Whether films come from TMDB itself, not from something that stands in for it. Answers even where other
 * settings are wrong, so that every page can say it.
 */
export function comesFromTmdb(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): boolean {
  const apiUrl = environment.TMDB_API_URL?.trim().replace(/\/+$/, "");
  return !apiUrl || apiUrl === TMDB_API_URL;
}
