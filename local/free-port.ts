import { createServer } from "node:http";
import { close, listen } from "./listen";

/** Returns a port that nobody listens on just now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  const url = await listen(server, 0, "127.0.0.1");
  await close(server);
  return Number(new URL(url).port);
}
