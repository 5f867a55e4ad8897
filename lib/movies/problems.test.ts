import { OriginFailedError, WaitedTooLongError } from "@/lib/cache/answer";
import {
  TmdbBusyError,
  TmdbKeyMissingError,
  TmdbKeyRefusedError,
  TmdbNotFoundError,
  TmdbQuotaSpentError,
  TmdbRequestRefusedError,
  TmdbResponseError,
  TmdbTimeoutError,
  TmdbUnavailableError,
} from "@/lib/tmdb/errors";
import { SettingsError } from "@/lib/settings";

import { BadParameterError, MovieNotFoundError, PersonNotFoundError, TooManyRequestsError } from "./errors";
import { toProblem } from "./problems";

const PATH = "/3/search/movie";
const cause = new Error("the-key at 10.0.0.1:4711");

describe("what went wrong, as a problem", () => {
  const failures: [unknown, number, string][] = [
    [new BadParameterError("page", { kind: "once" }), 400, "bad-parameter"],
    [new TmdbRequestRefusedError(PATH, "422"), 400, "refused-by-tmdb"],
    [new MovieNotFoundError(603), 404, "no-such-film"],
    [new PersonNotFoundError(6384), 404, "no-such-person"],
    [new TmdbBusyError(PATH, 429, 5000), 429, "tmdb-busy"],
    [new TmdbBusyError(PATH, 503, 5000), 503, "tmdb-busy"],
    [new TmdbQuotaSpentError(PATH, 400), 503, "quota-spent"],
    [new OriginFailedError("TmdbQuotaSpentError", 400), 503, "quota-spent"],
    [new TooManyRequestsError(4200), 429, "too-many-requests"],
    [new TmdbKeyMissingError(PATH, "no key", { cause }), 503, "key-missing"],
    [new TmdbKeyRefusedError(PATH, "401"), 503, "key-refused"],
    [new SettingsError([{ name: "CACHE_TABLE_NAME", problem: "must be shorter" }]), 503, "wrong-settings"],
    [new TmdbUnavailableError(PATH, "500", { cause }), 502, "tmdb-unreachable"],
    [new TmdbResponseError(PATH, "no JSON", { cause }), 502, "tmdb-unreadable"],
    [new TmdbNotFoundError(PATH, "404"), 502, "tmdb-unreadable"],
    [new TmdbTimeoutError(PATH, "no answer within 4000 ms"), 504, "tmdb-late"],
    [new OriginFailedError("TmdbUnavailableError", 900), 502, "tmdb-unreachable"],
    [new OriginFailedError("TmdbBusyError", 900), 429, "tmdb-busy"],
    [
      new OriginFailedError("TmdbBusyError", 900, { cause: new TmdbBusyError(PATH, 503, 5000) }),
      503,
      "tmdb-busy",
    ],
    [new OriginFailedError("NobodyKnows", 900), 500, "internal"],
    [new WaitedTooLongError(), 504, "tmdb-late"],
    [new TypeError("x is not a function", { cause }), 500, "internal"],
    [new Error("the-key at 10.0.0.1:4711"), 500, "internal"],
    ["the-key", 500, "internal"],
    [undefined, 500, "internal"],
  ];
  it.each(failures.map(([error, ...rest]) => [String(error), ...rest, error] as const))(
    "%s: %i %s",
    (...row) => {
      const [, status, kind, error] = row;
      const problem = toProblem(error);
      expect(problem).toMatchObject({ status, kind });
      expect(problem.title).not.toBe("");
      expect(problem.detail).toMatch(/^\w.*\.$/);
      expect(JSON.stringify(problem)).not.toMatch(/the-key|10\.0\.0\.1|4711|\/3\/|not a function|\bat /);
    },
  );

  it("names a bad parameter and what is allowed", () => {
    expect(toProblem(new BadParameterError("page", { kind: "whole", from: 1, to: 500 }))).toEqual({
      status: 400,
      kind: "bad-parameter",
      title: "Bad parameter",
      detail: "page must be a whole number from 1 to 500.",
      members: { parameter: "page" },
      rule: { kind: "whole", from: 1, to: 500 },
    });
  });

  it("names a film that is not there", () => {
    expect(toProblem(new MovieNotFoundError(603)).detail).toBe("There is no film 603.");
  });

  it("names the variables that are wrong", () => {
    const error = new SettingsError([
      { name: "CACHE_TABLE_NAME", problem: "must be shorter" },
      { name: "TMDB_API_URL", problem: "must be a URL" },
    ]);
    expect(toProblem(error).detail).toBe(
      "Wrong settings: CACHE_TABLE_NAME must be shorter; TMDB_API_URL must be a URL.",
    );
  });

  it.each([
    [1, 1],
    [1000, 1],
    [1001, 2],
    [15 * 60_000, 900],
    [0, 1],
  ])("says to wait, in whole seconds and one at least: %i ms are %i s", (ms, seconds) => {
    expect(toProblem(new TmdbBusyError(PATH, 429, ms)).retryAfterSeconds).toBe(seconds);
  });

  it("says to wait only where TMDB asked to", () => {
    expect(toProblem(new OriginFailedError("TmdbBusyError", 1500)).retryAfterSeconds).toBe(2);
    const others = [
      new OriginFailedError("TmdbTimeoutError", 900),
      new TmdbUnavailableError(PATH, "500"),
      new TmdbKeyRefusedError(PATH, "401"),
      "odd",
    ];
    for (const error of others) expect(toProblem(error)).not.toHaveProperty("retryAfterSeconds");
  });

  it("knows an error by its name, whichever bundle it comes from", () => {
    const error = Object.assign(new Error("[GET] x: 429"), {
      name: "TmdbBusyError",
      status: 429,
      retryAfterMs: 3000,
    });
    expect(toProblem(error)).toMatchObject({ status: 429, retryAfterSeconds: 3 });
  });
});
