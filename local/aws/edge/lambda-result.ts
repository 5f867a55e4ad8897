import type { Response } from "./message";

const JSON_TYPE = { "content-type": "application/json" };

/** The answer of a Function URL to what it can't use. */
export const INTERNAL_ERROR: Response = {
  status: 502,
  headers: JSON_TYPE,
  setCookies: [],
  body: Buffer.from("Internal Server Error"),
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isScalar = (value: unknown) => ["string", "number", "boolean"].includes(typeof value);

/**
 * Returns what a Function URL makes of a function's result: a response where it names a status, JSON where it
 * does not, 502 where the response makes no sense.
 */
export function readResult(payload: unknown): Response {
  if (!isObject(payload) || payload["statusCode"] === undefined) {
    const body = typeof payload === "string" ? payload : JSON.stringify(payload);
    return { status: 200, headers: JSON_TYPE, setCookies: [], body: Buffer.from(body) };
  }
  const { statusCode, headers = {}, cookies = [], body = "", isBase64Encoded = false } = payload;
  const status = Number(statusCode);
  if (
    !(Number.isInteger(status) && status >= 100 && status <= 599) ||
    !(isObject(headers ?? {}) && Object.values(headers ?? {}).every(isScalar)) ||
    !(Array.isArray(cookies) && cookies.every((cookie) => typeof cookie === "string")) ||
    !(typeof body === "string" || body === null)
  ) {
    return INTERNAL_ERROR;
  }
  const named = Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]);
  const { "set-cookie": setCookie, ...others } = Object.fromEntries(named) as Record<string, string>;
  return {
    status,
    headers: { ...JSON_TYPE, ...others },
    setCookies: [...(setCookie === undefined ? [] : [setCookie]), ...(cookies as string[])],
    body: Buffer.from(body ?? "", isBase64Encoded === true ? "base64" : "utf8"),
  };
}
