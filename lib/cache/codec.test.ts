import { gzipSync } from "node:zlib";

import { decodeBody, encodeBody } from "./codec";

const KEY = "search?query=matrix";
const VALUE = { title: "Amélie 北京", votes: [1, 2.5, null] };

/** A body as this version writes it, around whatever JSON. */
const bodyOf = (json: string) => Buffer.concat([Buffer.of(1), gzipSync(json)]);

it("gives back what was put in, and the size of its JSON in bytes", () => {
  const json = JSON.stringify({ key: KEY, value: VALUE });
  expect(decodeBody(KEY, encodeBody(KEY, VALUE))).toEqual({ value: VALUE, bytes: Buffer.byteLength(json) });
});

it("starts with its version and is small", () => {
  const body = encodeBody(KEY, "x".repeat(10_000));
  expect(body[0]).toBe(1);
  expect(body.byteLength).toBeLessThan(200);
});

it.each([
  ["another version", Buffer.concat([Buffer.of(2), encodeBody(KEY, VALUE).subarray(1)])],
  ["nothing", Buffer.alloc(0)],
  ["half a body", encodeBody(KEY, VALUE).subarray(0, 30)],
  ["no JSON", bodyOf("{")],
  ["a JSON null", bodyOf("null")],
  ["a JSON string", bodyOf('"key"')],
  ["no value", bodyOf(JSON.stringify({ key: KEY }))],
  ["no key", bodyOf(JSON.stringify({ value: VALUE }))],
  ["another key's", encodeBody("search?query=other", VALUE)],
])("reads %s as nothing", (_name, body) => {
  expect(decodeBody(KEY, body)).toBeUndefined();
});

it("notices a byte that has changed", () => {
  const body = Buffer.from(encodeBody(KEY, VALUE));
  body[body.length - 6]! ^= 1;
  expect(decodeBody(KEY, body)).toBeUndefined();
});

it("does not unpack more than 16 MB", () => {
  const json = JSON.stringify({ key: KEY, value: "x" });
  const padded = (bytes: number) => bodyOf(json + " ".repeat(bytes - json.length));
  expect(decodeBody(KEY, padded(16 * 1024 * 1024))).toMatchObject({ value: "x" });
  expect(decodeBody(KEY, padded(16 * 1024 * 1024 + 1))).toBeUndefined();
});
