import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Deployed } from "./deployed";
import { goBack, release } from "./release";
import { DEPLOYED } from "./testing/deployed";
import { createFakeLambda, GOOD, type Answers } from "./testing/fake-lambda";
import { createFakeS3 } from "./testing/fake-s3";
import { writeFiles } from "./testing/write-files";
import { liveVersion } from "./versions";

const DOWN = (status: number, kind: string): Answers => ({
  "/": { statusCode: status, body: "<!doctype html><html>" },
  "/api/movies?query=new": { statusCode: status, body: `{"type":"urn:movies-viewer:${kind}"}` },
});

let folder: string;
let server: ReturnType<typeof createFakeLambda>;
let bucket: ReturnType<typeof createFakeS3>;
let said: string[];
/** What visitors get at the edge, one after the other; the last of them again and again. */
let atTheEdge: (number | Error)[];
/** Whether visitors had the new version, as it was told. */
let switches: boolean[];

/** Has the folder hold what a build leaves, and Terraform have published it. */
async function build(version: string) {
  await writeFiles(folder, {
    RELEASE: `r${version}`,
    "server.zip": `server ${version}`,
    "assets/sw.js": `worker ${version}`,
    [`assets/_next/static/${version}.js`]: "chunk",
  });
  server.versions.push({
    version,
    codeSha256: createHash("sha256").update(`server ${version}`).digest("base64"),
    publishedAt: new Date().toISOString(),
  });
}
const clients = () => ({ lambda: server.lambda, s3: bucket.s3 });

/** Lets a command's pauses pass. */
async function run<T>(command: Promise<T>): Promise<T> {
  let over = false;
  command.then(
    () => (over = true),
    () => (over = true),
  );
  while (!over) {
    await jest.advanceTimersByTimeAsync(1000);
    await new Promise(setImmediate);
  }
  return command;
}
const releaseIt = (change: Partial<Deployed> = {}, siteUrl?: string) =>
  run(
    release({
      clients: clients(),
      deployed: { ...DEPLOYED, ...change },
      packageFolder: folder,
      say: (line) => said.push(line),
      siteUrl,
      onSwitch: async (isLive) => void switches.push(isLive),
    }),
  );
const back = (to?: string) => run(goBack({ clients: clients(), deployed: DEPLOYED }, to));
const history = async () => {
  const { live, before } = await liveVersion(clients(), DEPLOYED);
  return [live, ...before];
};
const worker = () => bucket.objects.get("_assets/sw.js")?.body;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "release-"));
  [server, bucket, said, atTheEdge, switches] = [createFakeLambda(), createFakeS3(), [], [200], []];
  jest.spyOn(globalThis, "fetch").mockImplementation(async () => {
    const [next = 200] = atTheEdge.length > 1 ? atTheEdge.splice(0, 1) : atTheEdge;
    if (next instanceof Error) throw next;
    return new Response("", { status: next });
  });
  jest.useFakeTimers({ doNotFake: ["nextTick", "setImmediate", "queueMicrotask"] });
  // Visitors have version 1, and 2 is built.
  await build("1");
  await releaseIt();
  await rm(join(folder, "assets"), { recursive: true });
  await build("2");
  [said, server.done, switches] = [[], [], []];
  jest.mocked(fetch).mockClear();
});
afterEach(async () => {
  jest.useRealTimers();
  jest.restoreAllMocks();
  await rm(folder, { recursive: true });
});

it("uploads the assets, asks the new version, and only then gives it to visitors, and its files with it", async () => {
  server.onRequest = (name) => {
    if (name !== "InvokeCommand" && name !== "UpdateAliasCommand") return;
    expect(bucket.objects.has("_assets/_next/static/2.js")).toBe(true);
    if (server.alias.FunctionVersion === "1") expect(worker()).toBe("worker 1");
  };
  expect(await releaseIt()).toBe("2");
  expect(server.done).toEqual([
    "asked 2 for /api/health",
    "asked 2 for /?query=a&page=0",
    "asked 2 for /api/movies?query=new",
    "asked 2 for /",
    "live is 2",
    "asked live for /api/health",
  ]);
  expect(await history()).toEqual(["2", "1"]);
  expect(worker()).toBe("worker 2");
  expect(switches).toEqual([true]);
});

it.each([
  ["its health check fails", { "/api/health": { statusCode: 500 } }, /\/api\/health with 500/],
  [
    "a page with an error fails",
    { "/?query=a&page=0": { statusCode: 502 } },
    /page=0 with 502, not with 400/,
  ],
  ["its start page fails", { "/": { statusCode: 502 } }, /answers \/ with 502, not with 200/],
  ["its start page is none", { "/": { statusCode: 200, body: "{}" } }, /with something that is no page/],
  ["TMDB refuses the key", DOWN(503, "key-refused"), /with 503, not with 200.*TMDB refuses the read key/],
  ["it can't read what TMDB says", DOWN(502, "tmdb-unreadable"), /with 502, not with 200/],
  ["a search fails", { "/api/movies?query=new": { statusCode: 500, body: "no JSON" } }, /with 500, not with/],
  [
    "its start page fails while TMDB is down",
    { ...DOWN(502, "tmdb-unreachable"), "/": { statusCode: 500 } },
    /answers \/ with 500/,
  ],
])("leaves visitors what they had when %s", async (_name, wrong, message) => {
  server.answers = { ...GOOD, ...wrong } as Answers;
  await expect(releaseIt()).rejects.toThrow(message);
  expect(await history()).toEqual(["1"]);
  expect(worker()).toBe("worker 1");
  expect(switches).toEqual([]);
});

it("leaves visitors what they had when the version does not even start", async () => {
  server.functionError = "Unhandled";
  await expect(releaseIt()).rejects.toThrow(/Version 2 fails on \/api\/health \(Unhandled\)/);
  expect(await history()).toEqual(["1"]);
});

it.each([
  [502, "tmdb-unreachable"],
  [504, "tmdb-late"],
  [429, "tmdb-busy"],
  [503, "tmdb-busy"],
])("goes on when TMDB can't be asked (%d, %s), and says so", async (status, kind) => {
  server.answers = { ...GOOD, ...DOWN(status, kind) };
  expect(await releaseIt()).toBe("2");
  expect(said).toContain(
    `TMDB could not be asked (${kind}, ${status}): whether it takes the read key is not known.`,
  );
});

it("expects a version without a key to say so", async () => {
  await expect(releaseIt({ tmdb_read_key_version: 0 })).rejects.toThrow(/with 200, not with 503/);
  server.answers = { ...GOOD, ...DOWN(503, "key-missing") };
  expect(await releaseIt({ tmdb_read_key_version: 0 })).toBe("2");
});

it("gives visitors what was built here, and not what somebody else publishes meanwhile", async () => {
  server.versions.push({ version: "3", codeSha256: "of another", publishedAt: new Date().toISOString() });
  expect(await releaseIt()).toBe("2");
});

it("says so when Terraform has not published what was built", async () => {
  server.versions.pop();
  await expect(releaseIt()).rejects.toThrow(/published no version of this build/);
  expect(await history()).toEqual(["1"]);
});

it("notices that somebody else has moved what visitors get while it checked", async () => {
  server.versions.push({ version: "3", codeSha256: "of another", publishedAt: new Date().toISOString() });
  server.onRequest = (name) => {
    if (name === "InvokeCommand" && server.alias.FunctionVersion === "1") server.moveAside("3");
  };
  await expect(releaseIt()).rejects.toThrow(/Somebody else/);
  expect((await history())[0]).toBe("3");
  expect(worker()).toBe("worker 1");
});

it("takes the switch back when visitors do not get what the version answers", async () => {
  await releaseIt();
  await build("3");
  server.done = [];
  atTheEdge = [502];
  await expect(releaseIt()).rejects.toThrow("Visitors have version 2 again.");
  expect(said.at(-1)).toMatch(/^Version 3 is taken back: .* answers with 502, not with 200/);
  expect(server.done.filter((one) => one.startsWith("live"))).toEqual(["live is 3", "live is 2"]);
  expect(await history()).toEqual(["2", "1"]);
  expect(worker()).toBe("worker 2");
  expect(switches.slice(-2)).toEqual([true, false]);
});

it("takes the switch back when the files can't be published", async () => {
  bucket.onRequest = (name) => {
    if (name === "CopyObjectCommand" && server.alias.FunctionVersion === "2") throw new Error("throttled");
  };
  await expect(releaseIt()).rejects.toThrow("Visitors have version 1 again.");
  expect(said.at(-1)).toBe("Version 2 is taken back: throttled");
  expect(await history()).toEqual(["1"]);
});

it("waits for the move to be everywhere, and for an edge that does not answer at once", async () => {
  server.late = 2;
  atTheEdge = [new TypeError("fetch failed", { cause: new Error("ECONNRESET") }), 200];
  expect(await releaseIt()).toBe("2");
  expect(server.done.filter((one) => one.startsWith("asked live"))).toHaveLength(4);
});

it.each([
  ["the move does not arrive", () => (server.late = 10), /Visitors still get version 1/],
  [
    "the edge is out of reach",
    () => (atTheEdge = [new TypeError("fetch failed", { cause: new Error("ECONNREFUSED") })]),
    /answers with fetch failed \(ECONNREFUSED\)/,
  ],
])("gives up when %s", async (_name, fail, message) => {
  fail();
  await expect(releaseIt()).rejects.toThrow("Visitors have version 1 again.");
  expect(said.at(-1)).toMatch(message);
  expect(await history()).toEqual(["1"]);
});

it("asks for what visitors get at the stage's URL, or where the distribution is said to be reached", async () => {
  await releaseIt();
  await releaseIt({}, "http://localhost:3001");
  expect(jest.mocked(fetch).mock.calls.map(([url]) => String(url))).toEqual([
    "https://d1.cloudfront.net/api/health",
    "http://localhost:3001/api/health",
  ]);
});

it("does not touch a version that is live already", async () => {
  await releaseIt();
  expect(await releaseIt()).toBe("2");
  expect(await history()).toEqual(["2", "1"]);
  expect(said).toContain("Version 2 is live already.");
});

it("says that visitors have a version that is live already, and found unfit now", async () => {
  // Such as after Ctrl-C between the switch and the check that followed.
  await releaseIt();
  switches = [];
  atTheEdge = [502];
  await expect(releaseIt()).rejects.toThrow(
    /answers with 502, not with 200\. Visitors have version 2: npm run cloud:rollback/,
  );
  expect(await history()).toEqual(["2", "1"]);
  expect(switches).toEqual([true]);
});

it("is done even when what is old can't be removed, and says so", async () => {
  bucket.onRequest = (name) => {
    if (name === "ListObjectsV2Command") throw new Error("throttled");
  };
  expect(await releaseIt()).toBe("2");
  expect(said.at(-1)).toMatch(/could not be removed: throttled/);
});

describe("going back", () => {
  beforeEach(async () => {
    await releaseIt();
    await build("3");
    await releaseIt();
  });

  it("leads further back every time, with the files that belong there", async () => {
    expect(await back()).toEqual({ live: "2", from: "3" });
    expect(worker()).toBe("worker 2");
    expect(await history()).toEqual(["2", "1"]);
    expect(await back()).toEqual({ live: "1", from: "2" });
    expect(worker()).toBe("worker 1");
    await expect(back()).rejects.toThrow(/Before version 1 there is none/);
  });

  it("leads to the version that is named, such as the one gone back from", async () => {
    await back("1");
    expect(await history()).toEqual(["1"]);
    await back("3");
    expect(await history()).toEqual(["3", "1"]);
  });

  it("is brought to its end where the files could not be put in place", async () => {
    bucket.onRequest = (name) => {
      if (name === "CopyObjectCommand") throw new Error("throttled");
    };
    await expect(back()).rejects.toThrow(
      /^Visitors have version 2, but not its service worker and icons yet \(throttled\).* --to 2/,
    );
    expect([worker(), await history()]).toEqual(["worker 3", ["2", "1"]]);
    bucket.onRequest = () => {};
    expect(await back("2")).toEqual({ live: "2", from: "2" });
    expect([worker(), await history()]).toEqual(["worker 2", ["2", "1"]]);
  });

  it("is possible while TMDB is down", async () => {
    server.answers = { ...GOOD, ...DOWN(502, "tmdb-unreachable") };
    expect(await back()).toMatchObject({ live: "2" });
  });

  it.each([
    [
      "does not start",
      () => (server.answers = { ...GOOD, "/api/health": { statusCode: 500 } }),
      /with 500, not with 200/,
    ],
    ["has no files any more", () => bucket.objects.delete("versions/2.json"), /no files of version 2/],
  ])("leaves visitors what they have when the version %s", async (_name, spoil, message) => {
    spoil();
    await expect(back()).rejects.toThrow(message);
    expect(await history()).toEqual(["3", "2", "1"]);
    expect(worker()).toBe("worker 3");
  });

  it("notes until when the version was used that is left", async () => {
    const usedAt = () => JSON.parse(bucket.objects.get("versions/3.json")?.body ?? "").usedAt as string;
    const before = usedAt();
    await jest.advanceTimersByTimeAsync(60_000);
    await back();
    expect(Date.parse(usedAt()) - Date.parse(before)).toBeGreaterThanOrEqual(60_000);
  });
});
