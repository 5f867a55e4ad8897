import { inspect } from "node:util";

import { SSMClient } from "@aws-sdk/client-ssm";

import { closedUrl, hang, json, startServer, type Respond, type TestServer } from "@/lib/testing/server";

import { fixedSecret, SecretUnavailableError, ssmSecret, type Secret } from "./secret";

const PARAMETER = "/movies/tmdb-read-key";
const VALUE = "the-value-that-nobody-may-see";

/** What SSM answers for a parameter. */
const parameter = (value: string) =>
  json(200, { Parameter: { Name: PARAMETER, Type: "SecureString", Value: value, Version: 1 } });
const failure = (type: string) => json(400, { __type: type, message: `about ${VALUE}` });

let ssm: TestServer;
let client: SSMClient;
let clock: number;
let readings: boolean[];
let secret: Secret;

function secretAt(endpoint: string): Secret {
  client = new SSMClient({
    endpoint,
    region: "eu-west-3",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
    maxAttempts: 1,
  });
  return ssmSecret(client, PARAMETER, {
    now: () => clock,
    onRead: (succeeded) => readings.push(succeeded),
  });
}
const answering = (respond: Respond) => {
  ssm.respond = respond;
};
const failed = async (reading: Promise<string>): Promise<Error> =>
  reading.then(
    (value) => Promise.reject(new Error(`it was read: ${value}`)),
    (error: Error) => error,
  );

beforeEach(async () => {
  clock = 1_700_000_000_000;
  readings = [];
  ssm = await startServer(parameter(VALUE));
  secret = secretAt(ssm.url);
});
afterEach(async () => {
  client.destroy();
  await ssm.close();
});

describe("a secret in SSM", () => {
  it("is asked for by its name, decrypted", async () => {
    expect(await secret.read()).toBe(VALUE);
    expect(ssm.requests).toHaveLength(1);
    expect(ssm.requests[0]?.headers["x-amz-target"]).toBe("AmazonSSM.GetParameter");
    expect(JSON.parse(ssm.requests[0]?.body ?? "")).toEqual({ Name: PARAMETER, WithDecryption: true });
    expect(readings).toEqual([true]);
  });

  it("is read once, however many ask and however often", async () => {
    const values = await Promise.all(Array.from({ length: 50 }, () => secret.read()));
    clock += 7 * 24 * 3_600_000;
    expect(new Set([...values, await secret.read()])).toEqual(new Set([VALUE]));
    expect(ssm.requests).toHaveLength(1);
  });

  it("is free of the white space that was pasted with it", async () => {
    answering(parameter(` ${VALUE}\n`));
    expect(await secret.read()).toBe(VALUE);
  });
});

describe("a reading that fails", () => {
  it("is shared for a second, then tried again", async () => {
    answering(failure("ParameterNotFound"));
    await Promise.all(Array.from({ length: 20 }, () => failed(secret.read())));
    clock += 999;
    await failed(secret.read());
    expect(ssm.requests).toHaveLength(1);
    expect(readings).toEqual([false]);

    answering(parameter(VALUE));
    clock += 1;
    expect(await secret.read()).toBe(VALUE);
    expect(ssm.requests).toHaveLength(2);
    expect(readings).toEqual([false, true]);
  });

  it.each([
    ["there is no such parameter", failure("ParameterNotFound"), "(ParameterNotFound)"],
    ["access is denied", failure("AccessDeniedException"), "(AccessDeniedException)"],
    ["the parameter is empty", parameter(" "), "(EmptyParameter)"],
    ["the answer has none", json(200, {}), "(EmptyParameter)"],
  ])("says which parameter and why: %s", async (_name, respond, reason) => {
    answering(respond);
    const error = await failed(secret.read());
    expect(error).toBeInstanceOf(SecretUnavailableError);
    expect(error.message).toBe(`SSM parameter ${PARAMETER} could not be read ${reason}`);
  });

  it("ends within its deadline when SSM hangs", async () => {
    answering(hang);
    const started = Date.now();
    expect((await failed(secret.read())).message).toContain("could not be read (AbortError)");
    expect(Date.now() - started).toBeGreaterThan(1400);
    expect(Date.now() - started).toBeLessThan(2500);
  });

  it("says so when SSM can't be reached", async () => {
    const error = await failed(secretAt(await closedUrl()).read());
    // Jest's modules don't know Node's own errors as errors, and the SDK wraps them: outside it is ECONNREFUSED.
    expect(error.message).toMatch(/^SSM parameter \S+ could not be read \((ECONNREFUSED|Error)\)$/);
  });

  it.each([
    ["SSM's own words", failure("InternalServerError")],
    ["an answer that is no JSON", json(200, VALUE)],
    ["a parameter of another type", json(200, { Parameter: { Value: [VALUE] } })],
  ])("tells nothing of %s", async (_name, respond) => {
    answering(respond);
    const error = await failed(secret.read());
    const told = [error.message, error.stack, JSON.stringify(error), inspect(error, { depth: null })].join();
    expect(told).not.toContain(VALUE);
  });
});

describe("a secret that was refused", () => {
  const NEWER = "a-newer-value";

  it("is read anew, once for all who hold it", async () => {
    await secret.read();
    answering(parameter(NEWER));
    const values = await Promise.all(Array.from({ length: 20 }, () => secret.replace(VALUE)));
    expect(new Set(values)).toEqual(new Set([NEWER]));
    expect(await secret.read()).toBe(NEWER);
    expect(ssm.requests).toHaveLength(2);
  });

  it("is replaced from memory for one who still holds an older one", async () => {
    await secret.read();
    answering(parameter(NEWER));
    await secret.replace(VALUE);
    expect(await secret.replace(VALUE)).toBe(NEWER);
    expect(ssm.requests).toHaveLength(2);
  });

  it("is answered itself when there is nothing newer, and read again after 30 s at the earliest", async () => {
    await secret.read();
    expect(await secret.replace(VALUE)).toBe(VALUE);
    expect(ssm.requests).toHaveLength(2);

    answering(parameter(NEWER));
    clock += 29_999;
    expect(await secret.replace(VALUE)).toBe(VALUE);
    expect(ssm.requests).toHaveLength(2);

    clock += 1;
    expect(await secret.replace(VALUE)).toBe(NEWER);
    expect(ssm.requests).toHaveLength(3);
  });

  it("is an error when it can't be read anew, and comes back a second later", async () => {
    await secret.read();
    answering(failure("AccessDeniedException"));
    expect(await failed(secret.replace(VALUE))).toBeInstanceOf(SecretUnavailableError);
    answering(parameter(NEWER));
    clock += 1000;
    expect(await secret.read()).toBe(NEWER);
  });
});

describe("a fixed secret", () => {
  it("is what it is, and has nothing newer", async () => {
    const fixed = fixedSecret(VALUE);
    expect(await fixed.read()).toBe(VALUE);
    expect(await fixed.replace(VALUE)).toBe(VALUE);
  });
});
