import type { Answer } from "./answer";

/** Asks one of the two that know a table. */
export type Ask = (body: Uint8Array) => Promise<Required<Answer>>;

// The engine holds items: encryption, tags and protection are moto's, and not every engine knows them.
const ENGINE_KNOWS = ["TableName", "AttributeDefinitions", "KeySchema", "BillingMode"];

function forEngine(operation: string, body: Buffer): Buffer {
  if (operation !== "CreateTable") return body;
  const request = JSON.parse(body.toString()) as Record<string, unknown>;
  return Buffer.from(JSON.stringify(Object.fromEntries(ENGINE_KNOWS.map((name) => [name, request[name]]))));
}

const isUnknownOperation = ({ body }: Required<Answer>) =>
  Buffer.from(body).toString().includes("UnknownOperationException");

/**
 * Changes a table in both places: moto describes it to whoever asks, the engine keeps the items.
 * @returns moto's answer, or the engine's where only that one refuses
 */
export async function changeTable(operation: string, body: Buffer, moto: Ask, engine: Ask): Promise<Answer> {
  const answer = await moto(body);
  if (answer.status >= 300) return answer;
  const atEngine = await engine(forEngine(operation, body));
  // Dynalite has no TTL; the cache does not rely on it.
  return atEngine.status < 300 || isUnknownOperation(atEngine) ? answer : atEngine;
}
