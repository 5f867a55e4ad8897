import { spawn } from "node:child_process";
import { join } from "node:path";
import { Problem } from "../../problem";
import { waitUntilAnswering } from "../../wait-until-answering";

export interface Moto {
  /** Stops it; what it held is gone. */
  close(): Promise<void>;
}

const START_WITHIN_MS = 60_000;

/**
 * Starts moto with our bridge over what it lacks.
 * @param options.port must be free
 * @param options.endpoint where clients reach it, for the links in its answers
 * @throws {Problem} when it does not start
 */
export async function startMoto(options: {
  readonly python: string;
  readonly port: number;
  readonly endpoint: string;
  /** Descriptor of the file that it writes to. */
  readonly log: number;
}): Promise<Moto> {
  const { python, port, endpoint, log } = options;
  const bridge = join(process.cwd(), "local", "aws", "moto", "bridge.py");
  const child = spawn(python, ["-B", bridge, "--port", String(port), "--endpoint", endpoint], {
    stdio: ["ignore", log, log],
  });
  const exited = new Promise<void>((resolve) => {
    child.once("exit", resolve);
    child.once("error", () => resolve());
  });
  const kill = () => child.kill("SIGKILL");
  process.once("exit", kill);

  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), START_WITHIN_MS);
  // It ends by itself when the port was taken meanwhile: what answers there is another's.
  void exited.then(() => giveUp.abort());
  const answers = await waitUntilAnswering(`http://127.0.0.1:${port}/moto-api/`, giveUp.signal);
  clearTimeout(timer);
  if (!answers || child.exitCode !== null) {
    kill();
    process.off("exit", kill);
    throw new Problem("moto did not start; its log says why.");
  }
  return {
    async close() {
      process.off("exit", kill);
      kill();
      await exited;
    },
  };
}
