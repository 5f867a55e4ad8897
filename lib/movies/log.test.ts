import { runRequest } from "./current-request";
import { logFailure, logInternal } from "./log";

describe("a failure in the log", () => {
  const KEY = "search?language=en-US&page=1&query=what+somebody+looks+for";
  let lines: string[];
  let write: jest.SpyInstance;
  beforeEach(() => {
    lines = [];
    write = jest.spyOn(process.stderr, "write").mockImplementation((line) => {
      lines.push(String(line));
      return true;
    });
  });
  afterEach(() => write.mockRestore());

  it("is one line of JSON with the error's name and message, and a hash of the key", () => {
    logFailure("tmdb-failed", new TypeError("[GET] /3/search/movie: 500\nand more"), KEY);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^\{[^\n]*\}\n$/);
    expect(JSON.parse(lines[0] ?? "")).toEqual({
      level: "warn",
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      event: "tmdb-failed",
      keyHash: expect.stringMatching(/^[0-9a-f]{12}$/),
      error: "TypeError",
      message: "[GET] /3/search/movie: 500\nand more",
    });
  });

  it("names the request that it belongs to, also when that has waited", async () => {
    await runRequest({ id: "request-1", client: null }, async () => {
      await new Promise((resolve) => setTimeout(resolve, 1));
      logFailure("tmdb-failed", new Error("500"));
      logInternal(new TypeError("a bug"));
    });
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({ requestId: "request-1" });
    expect(lines[1]).toMatch(/^\{[^\n]*\}\n$/);
    expect(JSON.parse(lines[1] ?? "")).toEqual({
      level: "error",
      time: expect.any(String),
      event: "internal-error",
      requestId: "request-1",
      stack: expect.stringMatching(/^TypeError: a bug\n +at /),
    });
  });

  it("tells neither the key nor a cause nor a stack", () => {
    const cause = new Error("the-secret at 10.0.0.1:4711");
    logFailure("cache-store-failed", new Error("Cache store: read failed", { cause }), KEY);
    expect(lines.join()).not.toMatch(/somebody|the-secret|10\.0\.0\.1|\bat /);
  });

  it("has the same hash for the same key only", () => {
    for (const key of [KEY, KEY, `${KEY}2`]) logFailure("cache-entry-unreadable", undefined, key);
    const [one, same, other] = lines.map((line) => JSON.parse(line).keyHash);
    expect(one).toBe(same);
    expect(one).not.toBe(other);
  });

  it("is written without an error too", () => {
    logFailure("cache-entry-unreadable", "no error", KEY);
    expect(JSON.parse(lines[0] ?? "")).not.toHaveProperty("message");
  });

  it("is written without a key where it is about none", () => {
    logFailure("wrong-settings", new Error("Wrong settings: PORT is wrong"));
    expect(JSON.parse(lines[0] ?? "")).not.toHaveProperty("keyHash");
  });
});
