import { startTmdbStandIn, type TmdbStandIn } from "@/local/tmdb/stand-in";

import { checkReadKey } from "./read-key";

let standIn: TmdbStandIn;
let status: number | undefined;

beforeAll(async () => {
  standIn = await startTmdbStandIn({
    key: "good",
    films: [],
    intercept: () => (status === undefined ? undefined : { status, body: "" }),
  });
});
beforeEach(() => {
  status = undefined;
});
afterAll(() => standIn.close());

it("takes a key that TMDB takes", async () => {
  expect(await checkReadKey("good", standIn.url)).toBeUndefined();
  expect(standIn.requests.at(-1)?.path).toBe("/3/configuration");
});

it("refuses a key that TMDB refuses", async () => {
  await expect(checkReadKey("bad", standIn.url)).rejects.toThrow(
    "TMDB refuses this read key (401); nothing was changed.",
  );
});

it("repeats nothing of what can't be a key", async () => {
  const refused = checkReadKey("secret\nsecret", standIn.url);
  await expect(refused).rejects.toThrow(/characters that no key has/);
  await expect(refused).rejects.not.toThrow(/secret/);
});

it("says why TMDB could not be asked", async () => {
  status = 503;
  expect(await checkReadKey("good", standIn.url)).toBe("it answers with 503");
  expect(await checkReadKey("good", "http://127.0.0.1:1")).toMatch(/ECONNREFUSED|bad port/);
});
