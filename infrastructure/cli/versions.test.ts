import { createFakeLambda } from "./testing/fake-lambda";
import { DEPLOYED } from "./testing/deployed";
import { liveVersion, moveLive, wentBack, wentOn, type History } from "./versions";

const history = (live: string, ...before: string[]): History => ({ live, before });

describe("a history", () => {
  it("grows with every release, and holds nine to go back to", () => {
    let now = history("1");
    for (let version = 2; version <= 12; version++) now = wentOn(now, String(version));
    expect(now).toEqual(history("12", "11", "10", "9", "8", "7", "6", "5", "4", "3"));
  });

  it("names a version once", () => {
    expect(wentOn(history("5", "4", "3"), "4")).toEqual(history("4", "5", "3"));
  });

  it("leads further back every time, and never to what was gone back from", () => {
    const once = wentBack(history("5", "4", "2"), "4");
    expect(once).toEqual(history("4", "2"));
    expect(wentBack(once, "2")).toEqual(history("2"));
    expect(wentBack(history("5", "4", "2"), "2")).toEqual(history("2"));
    expect(wentOn(once, "6")).toEqual(history("6", "4", "2"));
  });

  it("goes on to what was gone back from, where that is wanted again", () => {
    expect(wentBack(history("4", "2"), "5")).toEqual(history("5", "4", "2"));
  });
});

describe("the alias", () => {
  it("holds the history", async () => {
    const fake = createFakeLambda();
    const first = await liveVersion(fake, DEPLOYED);
    expect(first).toEqual({ ...history("1"), revision: "0" });
    const second = await moveLive(fake, DEPLOYED, first, history("3", "2", "1"));
    expect(fake.alias).toEqual({ FunctionVersion: "3", Description: "before: 2 1" });
    expect(await liveVersion(fake, DEPLOYED)).toEqual(second);
    await moveLive(fake, DEPLOYED, second, history("1"));
    expect(await liveVersion(fake, DEPLOYED)).toMatchObject(history("1"));
  });

  it("is not moved by who has not seen where it is", async () => {
    const fake = createFakeLambda();
    const seen = await liveVersion(fake, DEPLOYED);
    fake.moveAside("2");
    await expect(moveLive(fake, DEPLOYED, seen, history("3", "1"))).rejects.toMatchObject({
      name: "Problem",
      message: expect.stringContaining("Somebody else"),
    });
    expect(fake.alias.FunctionVersion).toBe("2");
  });
});
