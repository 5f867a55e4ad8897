import { once } from "node:events";
import { createServer } from "node:net";
import { Problem } from "./problem";

const DEFAULT_PORT = 3000;

/**
 * Returns the port that `PORT` asks for, 3000 by default.
 * @throws {Problem} when it is no port
 */
export function readPort(environment: Readonly<Record<string, string | undefined>>): number {
  const text = environment.PORT?.trim();
  if (!text) return DEFAULT_PORT;
  const port = /^\d+$/.test(text) ? Number(text) : 0;
  if (port < 1 || port > 65_535) {
    throw new Problem(`PORT is "${text}", but a port is a whole number from 1 to 65535, such as PORT=3001.`);
  }
  return port;
}

/** Tries to listen for a moment; resolves to the error code that came instead, or to null. */
async function tryToListen(port: number, host: string | undefined): Promise<string | null> {
  const server = createServer().listen(port, host);
  try {
    await once(server, "listening");
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? "unknown";
  }
  server.close();
  await once(server, "close");
  return null;
}

/**
 * Checks that the app will get its port, before anything is built or started for it.
 * @param command what to type again with another port, such as "npm start"
 * @throws {Problem} when it will not
 */
export async function checkPort(port: number, command: string): Promise<void> {
  // On some systems all interfaces can be had although somebody already listens on one of them.
  for (const host of [undefined, "127.0.0.1"]) {
    const code = await tryToListen(port, host);
    if (code === "EADDRINUSE") {
      throw new Problem(
        `Port ${port} is taken: stop what listens there, or choose another with PORT=${port === 65_535 ? 3000 : port + 1} ${command}.`,
      );
    }
    if (code !== null) {
      throw new Problem(`Port ${port} can't be used (${code}): choose another with PORT=3001 ${command}.`);
    }
  }
}
