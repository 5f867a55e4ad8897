import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";

import { Problem } from "@/local/problem";

/**
 * Asks the person at the terminal; what is typed is shown unless it is a secret.
 *
 * @throws {Problem} when they press Ctrl-C or Ctrl-D
 */
async function ask(question: string, { hidden = false } = {}): Promise<string> {
  process.stdout.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({
    input: process.stdin,
    output: hidden ? silent : process.stdout,
    terminal: process.stdin.isTTY,
  });
  // A question at a terminal that is closed, by Ctrl-C or Ctrl-D, would never settle.
  const closed = new AbortController();
  terminal.once("close", () => closed.abort());
  try {
    return (await terminal.question("", { signal: closed.signal })).trim();
  } catch (error) {
    if (closed.signal.aborted) throw new Problem("Nothing was done.");
    throw error;
  } finally {
    terminal.close();
    if (hidden) process.stdout.write("\n");
  }
}

/**
 * TMDB's read key: from the environment, else from the person at the terminal, who may skip it.
 *
 * @returns undefined when there is none to be had
 * @throws {Problem} when the person breaks it off
 */
export async function askForReadKey(): Promise<string | undefined> {
  const given = process.env["TMDB_READ_KEY"]?.trim();
  if (given) return given;
  if (!process.stdin.isTTY) return undefined;
  const key = await ask('TMDB\'s "API Read Access Token" (not shown; Enter skips it): ', { hidden: true });
  return key || undefined;
}

/** @throws {Problem} when the person at the terminal does not type what is to go, or nobody is there */
export async function confirm(what: string, word: string, yes: boolean): Promise<void> {
  if (yes) return;
  if (!process.stdin.isTTY) throw new Problem(`${what} Nobody is here to confirm it: add --yes.`);
  if ((await ask(`${what} Type ${word} to go on: `)) !== word) throw new Problem("Nothing was done.");
}
