import { TmdbTimeoutError } from "@/lib/tmdb/errors";

import { partOf } from "./part";

describe("a part of a page", () => {
  it("is what was found", async () => {
    expect(await partOf(() => 42)).toEqual({ found: 42 });
    expect(await partOf(async () => null)).toEqual({ found: null });
  });

  it("is the problem that kept it from being found", async () => {
    const late = new TmdbTimeoutError("/3/movie/popular", "no answer within 4000 ms");
    expect(await partOf(() => Promise.reject(late))).toMatchObject({ problem: { status: 504 } });
  });

  it("logs a failure of our own, and does not tell what it was", async () => {
    const write = jest.spyOn(process.stderr, "write").mockReturnValue(true);
    const part = await partOf(() => {
      throw new TypeError("a secret");
    });
    expect(write.mock.calls.join("")).toContain("TypeError: a secret");
    write.mockRestore();
    expect(part).toMatchObject({ problem: { status: 500 } });
    expect(JSON.stringify(part)).not.toContain("secret");
  });
});
