import {
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  type GetItemCommandInput,
  type ScanCommandInput,
} from "@aws-sdk/client-dynamodb";

import { createCacheTable } from "@/local/dynamodb/create-cache-table";
import { createLocalClient } from "@/local/dynamodb/local-client";
import { startDynamoDb, type LocalDynamoDb } from "@/local/dynamodb/start-dynamodb";

import { createDynamoDbClearing } from "./clearing";
import { createCountedCache, type CountedCache } from "./counted-cache";
import { createDynamoDbStore } from "./dynamodb-store";

const TABLE = "movies-cache-test";

let dynamoDb: LocalDynamoDb;
let client: DynamoDBClient;
let fetches: number;
let cache: CountedCache;
let other: CountedCache;
/** The hits of each window that was told to be over. */
let windows: number[];

beforeEach(async () => {
  dynamoDb = await startDynamoDb();
  await createCacheTable({ endpoint: dynamoDb.endpoint, tableName: TABLE });
  client = createLocalClient(dynamoDb.endpoint);
  fetches = 0;
  windows = [];
  [cache, other] = [process(), process()];
});
afterEach(async () => {
  client.destroy();
  await dynamoDb.close();
});

const process = () =>
  createCountedCache({
    store: createDynamoDbStore(client, TABLE),
    onEvent: (event) => void (event.type === "window-ended" && windows.push(event.hits)),
  });
const get = (from: CountedCache, key = "search?query=matrix", origin = async () => `fetch ${++fetches}`) =>
  from.get({ key, windowMs: () => 120_000, fetch: origin });
/** Has something done just before the next command of this name is sent, by whomever. */
function beforeNext(command: string, act: () => Promise<unknown>): void {
  let over = false;
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        if (commandName === command && !over) {
          over = true;
          await act();
        }
        return next(args);
      },
    { step: "initialize" },
  );
}
const clearing = () => createDynamoDbClearing(client, TABLE);
const stored = async (pk: string) =>
  (await client.send(new GetItemCommand({ TableName: TABLE, Key: { pk: { S: pk } }, ConsistentRead: true })))
    .Item;

/** A body whose counter somebody has deleted. */
async function putLonelyBody(): Promise<void> {
  await get(cache, "lonely");
  await client.send(new DeleteItemCommand({ TableName: TABLE, Key: { pk: { S: "lonely" } } }));
}

async function keys(): Promise<string[]> {
  const found: string[] = [];
  for await (const key of clearing().keys()) found.push(key);
  return found.sort();
}

it("names every key once, and nothing that is no entry", async () => {
  await get(cache, "search?query=a");
  await get(cache, "movie?id=603");
  await putLonelyBody();
  await createDynamoDbStore(client, TABLE).coolDown({ until: Date.now(), reason: "busy" });
  expect(await keys()).toEqual(["lonely", "movie?id=603", "search?query=a"]);
});

it("does not name what is cleared, so that a clearing that was broken off has only the rest to do", async () => {
  for (const query of ["a", "b", "c"]) await get(cache, `search?query=${query}`);
  await putLonelyBody();
  await clearing().clear("search?query=a");
  await clearing().clear("lonely");
  expect(await keys()).toEqual(["search?query=b", "search?query=c"]);
  await get(cache, "search?query=a");
  expect(await keys()).toEqual(["search?query=a", "search?query=b", "search?query=c"]);
});

it("has the next answer fetched in every process, whatever they hold in memory", async () => {
  await get(cache);
  expect(await get(other)).toMatchObject({ value: "fetch 1", hits: 1 });
  await clearing().clear("search?query=matrix");
  expect(await stored("search?query=matrix#body")).toBeUndefined();
  expect(await get(other)).toMatchObject({ value: "fetch 2", source: "origin", hits: 0 });
  expect(await get(cache)).toMatchObject({ value: "fetch 2", source: "cache", hits: 1 });
  expect(fetches).toBe(2);
});

it("loses no count", async () => {
  await get(cache);
  await get(cache);
  await get(other);
  await clearing().clear("search?query=matrix");
  await get(cache);
  await get(cache);
  expect(await stored("search?query=matrix")).toMatchObject({ hits: { N: "1" }, totalHits: { N: "2" } });
  expect(windows).toEqual([2]);
});

it("leaves other keys alone, and may be repeated", async () => {
  await get(cache, "search?query=a");
  await get(cache, "search?query=b");
  await clearing().clear("search?query=a");
  await clearing().clear("search?query=a");
  await clearing().clear("search?query=never");
  expect(await get(cache, "search?query=b")).toMatchObject({ source: "cache" });
  expect(await get(cache, "search?query=a")).toMatchObject({ source: "origin" });
});

it("leaves no copy that could be answered as stale", async () => {
  await get(cache);
  await clearing().clear("search?query=matrix");
  const down = async () => Promise.reject(new Error("down"));
  await expect(get(other, "search?query=matrix", down)).rejects.toThrow("down");
});

it("leaves no copy either that a process holds past its window", async () => {
  let at = Date.now();
  const late = createCountedCache({ store: createDynamoDbStore(client, TABLE), now: () => at });
  await get(late);
  await clearing().clear("search?query=matrix");
  at += 121_000;
  const down = async () => Promise.reject(new Error("down"));
  await expect(get(late, "search?query=matrix", down)).rejects.toThrow("down");
  await late.settle();
  expect(await stored("search?query=matrix")).toMatchObject({ hits: { N: "0" } });
});

it("removes a body that was never published, since who fetched it died", async () => {
  const store = createDynamoDbStore(client, TABLE);
  const lease = { holder: "dead", fence: Date.now() };
  await store.acquire("k", { ...lease, now: Date.now() });
  const times = { fetchedAt: Date.now(), freshUntil: Date.now() + 120_000, staleUntil: Date.now() + 240_000 };
  await store.writeBody("k", { generation: "a", ...times, fence: lease.fence, body: new Uint8Array([1]) });
  await clearing().clear("k");
  expect(await stored("k#body")).toBeDefined();
  // It is known to have died once somebody else has had the lease.
  await store.acquire("k", { holder: "next", fence: lease.fence + 1, now: Date.now(), dead: lease.fence });
  await clearing().clear("k");
  expect(await stored("k#body")).toBeUndefined();
});

it("removes a body whose counter is gone", async () => {
  await putLonelyBody();
  await clearing().clear("lonely");
  expect(await stored("lonely#body")).toBeUndefined();
});

it("leaves what is being fetched meanwhile to those who fetch it", async () => {
  const fetching = get(cache, "search?query=slow", async () => {
    await clearing().clear("search?query=slow");
    return "film";
  });
  expect(await fetching).toMatchObject({ source: "origin", stored: true });
  expect(await get(other, "search?query=slow")).toMatchObject({ source: "cache", value: "film", hits: 1 });
});

it.each(["DeleteItemCommand", "UpdateItemCommand"])(
  "leaves alone what was fetched anew just before its %s",
  async (command) => {
    await get(cache);
    beforeNext(command, async () => {
      await clearing().clear("search?query=matrix");
      await get(other);
    });
    await clearing().clear("search?query=matrix");
    expect(await get(process())).toMatchObject({ value: "fetch 2", source: "cache", hits: 1 });
    expect(fetches).toBe(2);
  },
);

it.each(["DeleteItemCommand", "UpdateItemCommand"])("fails where its %s does", async (command) => {
  await get(cache);
  const error = new Error("no permission");
  beforeNext(command, () => Promise.reject(error));
  await expect(clearing().clear("search?query=matrix")).rejects.toBe(error);
});

it("reads what was written last", async () => {
  await get(cache);
  await putLonelyBody();
  const reads: unknown[] = [];
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        const { ConsistentRead } = args.input as GetItemCommandInput & ScanCommandInput;
        if (commandName === "GetItemCommand" || commandName === "ScanCommand") reads.push(ConsistentRead);
        return next(args);
      },
    { step: "initialize" },
  );
  for (const key of await keys()) await clearing().clear(key);
  expect(reads).toEqual(Array(5).fill(true));
});

it("fails where the table can't be reached", async () => {
  const missing = createDynamoDbClearing(client, "no-such-table");
  await expect(missing.clear("k")).rejects.toMatchObject({ name: "ResourceNotFoundException" });
});
