import { MovieNotFoundError } from "@/lib/movies/errors";
import { TmdbTimeoutError } from "@/lib/tmdb/errors";

import { MISSING, problemViewOf, viewOfError } from "./view";

describe("the view for an error", () => {
  let written: string;
  beforeEach(() => {
    written = "";
    jest.spyOn(process.stderr, "write").mockImplementation((line) => {
      written += String(line);
      return true;
    });
  });
  afterEach(() => jest.restoreAllMocks());

  it("is the problem that it is, with its status", () => {
    const view = problemViewOf(new TmdbTimeoutError("/3/movie/603", "no answer within 4000 ms"));
    expect(view).toMatchObject({ kind: "problem", status: 504, problem: { kind: "tmdb-late" } });
    expect(written).toBe("");
  });

  it("is a page too where the failure is ours, which is logged and not shown", () => {
    const view = problemViewOf(new TypeError("a secret"));
    expect(view).toMatchObject({ kind: "problem", status: 500, problem: { kind: "internal" } });
    expect(JSON.stringify(view)).not.toContain("secret");
    expect(written).toContain("TypeError: a secret");
  });

  it("is that of an address that leads nowhere, where there is no such film", () => {
    expect(viewOfError(new MovieNotFoundError(603))).toBe(MISSING);
  });
});
