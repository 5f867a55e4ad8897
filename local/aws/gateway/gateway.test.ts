import { createServer, type Server } from "node:http";
import { text } from "node:stream/consumers";
import { close, listen } from "../../listen";
import { startGateway, type Gateway } from "./gateway";

/** An engine that answers with its name and what it was asked. */
async function startEngine(name: string): Promise<{ server: Server; url: string }> {
  const server = createServer(async (request, response) => {
    const { method, url, headers } = request;
    response.writeHead(name === "moto" && url === "/missing" ? 404 : 200, { "X-Engine": name });
    response.end(JSON.stringify({ name, method, url, host: headers.host, body: await text(request) }));
  });
  return { server, url: await listen(server, 0, "127.0.0.1") };
}

const invocations: unknown[][] = [];
const log: string[] = [];
let servers: Server[] = [];
let gateway: Gateway;

beforeAll(async () => {
  const [moto, dynamoDb] = await Promise.all([startEngine("moto"), startEngine("dynamodb")]);
  servers = [moto.server, dynamoDb.server];
  gateway = await startGateway({
    moto: moto.url,
    dynamoDb: dynamoDb.url,
    async invoke(...call) {
      invocations.push(call);
      if (call[0] === "busy")
        throw Object.assign(new Error("Rate Exceeded."), { name: "TooManyRequestsException" });
      return { payload: { said: call[2] }, executedVersion: "7" };
    },
    onLog: (line) => log.push(line),
  });
});
afterAll(() => Promise.all([gateway.close(), ...servers.map(close)]));

function ask(service: string, path: string, init: RequestInit = {}) {
  return fetch(new URL(path, gateway.endpoint), {
    ...init,
    headers: {
      Authorization: `AWS4-HMAC-SHA256 Credential=local/20260101/eu-west-3/${service}/aws4_request, Signature=0`,
      ...init.headers,
    },
  });
}
const operation = (name: string) => ({
  method: "POST",
  body: '{"TableName":"cache"}',
  headers: { "X-Amz-Target": `DynamoDB_20120810.${name}` },
});
const invoke = (name: string, headers = {}, body = '{"a":1}') =>
  ask("lambda", `/2015-03-31/functions/${name}/invocations`, { method: "POST", body, headers });

test("requests are passed on as they are, and answers as they come", async () => {
  const response = await ask("s3", "/bucket/key?x-id=PutObject", { method: "PUT", body: "content" });
  expect(response.headers.get("x-engine")).toBe("moto");
  expect(await response.json()).toEqual({
    name: "moto",
    method: "PUT",
    url: "/bucket/key?x-id=PutObject",
    host: new URL(gateway.endpoint).host,
    body: "content",
  });
  expect((await ask("s3", "/missing")).status).toBe(404);
});

test("items are the engine's, and moto answers for tables", async () => {
  expect(await (await ask("dynamodb", "/", operation("GetItem"))).json()).toMatchObject({ name: "dynamodb" });
  const table = await ask("dynamodb", "/", operation("DeleteTable"));
  expect(await table.json()).toMatchObject({ name: "moto", body: '{"TableName":"cache"}' });
});

test("what the stack never asks of items is not guessed", async () => {
  const query = await ask("dynamodb", "/", operation("Query"));
  expect(query.status).toBe(400);
  expect(await query.json()).toMatchObject({ __type: "UnknownOperationException" });
});

test("a request without credentials is refused", async () => {
  const xml = await fetch(new URL("/bucket", gateway.endpoint));
  expect(xml.status).toBe(403);
  expect(await xml.text()).toContain("<Code>MissingAuthenticationToken</Code>");
  const json = await fetch(gateway.endpoint, {
    method: "POST",
    headers: { "Content-Type": "application/x-amz-json-1.0", "X-Amz-Target": "DynamoDB_20120810.GetItem" },
  });
  expect(json.headers.get("x-amzn-errortype")).toBe("MissingAuthenticationTokenException");
});

test("a function is invoked", async () => {
  const response = await invoke("server:live");
  expect(invocations.at(-1)).toEqual(["server", "live", { a: 1 }]);
  expect(await response.json()).toEqual({ said: { a: 1 } });
  expect(response.headers.get("x-amz-executed-version")).toBe("7");
});

test("an invocation that nobody waits for is refused, as the stack has none", async () => {
  const calls = invocations.length;
  expect((await invoke("server", { "X-Amz-Invocation-Type": "Event" })).status).toBe(400);
  expect(invocations).toHaveLength(calls);
});

test("what can't be run is told as Lambda tells it", async () => {
  const busy = await invoke("busy");
  expect([busy.status, busy.headers.get("x-amzn-errortype")]).toEqual([429, "TooManyRequestsException"]);
  expect((await invoke("server", {}, "no json")).status).toBe(400);
});

test("an engine that is gone is a bad gateway, and logged", async () => {
  const alone = await startGateway({
    moto: "http://127.0.0.1:1",
    dynamoDb: "http://127.0.0.1:1",
    invoke: () => Promise.reject(new Error("none")),
    onLog: (line) => log.push(line),
  });
  try {
    const headers = { Authorization: "AWS4-HMAC-SHA256 Credential=local/20260101/eu-west-3/s3/aws4_request" };
    expect((await fetch(new URL("/bucket", alone.endpoint), { headers })).status).toBe(502);
    expect(log.at(-1)).toContain("GET /bucket");
  } finally {
    await alone.close();
  }
});
