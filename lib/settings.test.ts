import { inspect } from "node:util";

import { comesFromTmdb, readSettings, SettingsError } from "./settings";

const DEFAULTS = {
  cacheTableName: "movies-cache",
  searchWindowMs: 120_000,
  tmdbReadKey: null,
  tmdbReadKeyParameter: null,
  tmdbApiUrl: "https://api.themoviedb.org",
  tmdbImageUrl: "https://image.tmdb.org/t/p",
};

function refusal(environment: Record<string, string>): SettingsError {
  try {
    readSettings(environment);
  } catch (error) {
    if (error instanceof SettingsError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

describe("the settings", () => {
  it("have defaults for an empty environment", () => {
    expect(readSettings({})).toEqual(DEFAULTS);
  });

  it("are what the environment says", () => {
    const environment = {
      CACHE_TABLE_NAME: "movies.cache_2-test",
      CACHE_WINDOW_SECONDS: "0.2",
      TMDB_READ_KEY: "a-key",
      TMDB_READ_KEY_PARAMETER: "/movies/key",
      TMDB_API_URL: "http://127.0.0.1:4000",
      TMDB_IMAGE_URL: "https://images.example/t/p",
      PATH: "/usr/bin",
    };
    expect(readSettings(environment)).toEqual({
      cacheTableName: "movies.cache_2-test",
      searchWindowMs: 200,
      tmdbReadKey: "a-key",
      tmdbReadKeyParameter: "/movies/key",
      tmdbApiUrl: "http://127.0.0.1:4000",
      tmdbImageUrl: "https://images.example/t/p",
    });
  });

  it.each(["", " ", "\n"])("take an empty variable (%j) as one that is not set", (empty) => {
    const names = ["CACHE_TABLE_NAME", "CACHE_WINDOW_SECONDS", "TMDB_READ_KEY", "TMDB_READ_KEY_PARAMETER"];
    const urls = ["TMDB_API_URL", "TMDB_IMAGE_URL"];
    expect(readSettings(Object.fromEntries([...names, ...urls].map((name) => [name, empty])))).toEqual(
      DEFAULTS,
    );
  });

  it("drop the white space around a key, which a pasted one brings along", () => {
    expect(readSettings({ TMDB_READ_KEY: " a-key\n" }).tmdbReadKey).toBe("a-key");
  });

  it("drop slashes at the end of an address", () => {
    const { tmdbApiUrl, tmdbImageUrl } = readSettings({
      TMDB_API_URL: "https://api.example/",
      TMDB_IMAGE_URL: "https://images.example/t/p///",
    });
    expect([tmdbApiUrl, tmdbImageUrl]).toEqual(["https://api.example", "https://images.example/t/p"]);
  });

  it.each([
    ["CACHE_TABLE_NAME", "ab", "must be 3 to 255 characters of a-z, A-Z, 0-9, _ . -"],
    ["CACHE_TABLE_NAME", "a table", "must be 3 to 255 characters of a-z, A-Z, 0-9, _ . -"],
    ["CACHE_TABLE_NAME", "a".repeat(256), "must be 3 to 255 characters of a-z, A-Z, 0-9, _ . -"],
    ["CACHE_WINDOW_SECONDS", "two", "must be a number of seconds"],
    ["CACHE_WINDOW_SECONDS", "-1", "must be a number of seconds"],
    ["CACHE_WINDOW_SECONDS", "1e3", "must be a number of seconds"],
    ["CACHE_WINDOW_SECONDS", "0", "must be above 0 and at most 15552000"],
    ["CACHE_WINDOW_SECONDS", "15552001", "must be above 0 and at most 15552000"],
    ["TMDB_API_URL", "api.example", "must be an http or https URL"],
    ["TMDB_API_URL", "ftp://api.example", "must be an http or https URL"],
    ["TMDB_IMAGE_URL", "//images.example", "must be an http or https URL"],
  ])("refuse %s=%s", (name, value, problem) => {
    expect(refusal({ [name]: value }).variables).toEqual([{ name, problem }]);
  });

  it("allow TMDB's six months and no more", () => {
    expect(readSettings({ CACHE_WINDOW_SECONDS: "15552000" }).searchWindowMs).toBe(15_552_000_000);
  });

  it("name every variable that is wrong in one error, and no value", () => {
    const wrong = {
      CACHE_TABLE_NAME: "Wrong value!",
      CACHE_WINDOW_SECONDS: "Wrong value!",
      TMDB_API_URL: "Wrong value!",
      TMDB_IMAGE_URL: "Wrong value!",
      TMDB_READ_KEY: "the-key-itself",
    };
    const error = refusal(wrong);
    expect(error.message).toBe(
      "Wrong settings: CACHE_TABLE_NAME must be 3 to 255 characters of a-z, A-Z, 0-9, _ . -; " +
        "CACHE_WINDOW_SECONDS must be a number of seconds; " +
        "TMDB_API_URL must be an http or https URL; TMDB_IMAGE_URL must be an http or https URL",
    );
    expect(`${inspect(error, { depth: null })} ${JSON.stringify(error)}`).not.toMatch(
      /Wrong value|the-key-itself/,
    );
  });
});

describe("the settings of this process", () => {
  const before = process.env;
  afterEach(() => {
    process.env = before;
  });

  it("are read from its environment once", async () => {
    jest.resetModules();
    const { settings } = await import("./settings");
    process.env = { ...before, CACHE_TABLE_NAME: "first" };
    expect(settings().cacheTableName).toBe("first");
    process.env = { ...before, CACHE_TABLE_NAME: "second" };
    expect(settings().cacheTableName).toBe("first");
  });

  it("are checked again as long as they are wrong", async () => {
    jest.resetModules();
    const { settings } = await import("./settings");
    process.env = { ...before, CACHE_TABLE_NAME: "?" };
    expect(settings).toThrow("CACHE_TABLE_NAME");
    process.env = { ...before, CACHE_TABLE_NAME: "mended" };
    expect(settings().cacheTableName).toBe("mended");
  });
});

describe("films", () => {
  it.each([
    ["without another address", {}, true],
    ["with an empty one", { TMDB_API_URL: " " }, true],
    ["at its own, with a slash at the end", { TMDB_API_URL: "https://api.themoviedb.org/" }, true],
    ["at another", { TMDB_API_URL: "http://127.0.0.1:4000" }, false],
    ["without another, whatever else is wrong", { CACHE_TABLE_NAME: "?" }, true],
  ])("are told to come from TMDB: %s", (_name, environment, expected) => {
    expect(comesFromTmdb(environment)).toBe(expected);
  });
});
