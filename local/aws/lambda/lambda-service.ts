import { LambdaClient } from "@aws-sdk/client-lambda";

import { DUMMY_CREDENTIALS } from "../../dummy-credentials";
import { fetchCode } from "./code";
import { readConcurrency, readDeployment, type Deployment } from "./deployment";
import { sandboxEnvironment } from "./environment";
import { remember } from "./remember";
import { Sandbox, type Answer } from "./sandbox";
import { Sandboxes } from "./sandboxes";

export interface Invocation {
  readonly payload: unknown;
  readonly functionError?: "Unhandled";
  readonly executedVersion: string;
}

/** Runs the deployed functions on this machine. */
export interface LambdaService {
  /**
   * @param qualifier version or alias; $LATEST when absent
   * @throws {TooManyRequestsException} of the SDK when as many requests are being answered as are reserved
   */
  invoke(functionName: string, qualifier: string | undefined, event: unknown): Promise<Invocation>;
  /** Ends every sandbox, busy or not. */
  close(): Promise<void>;
}

/** How long an alias may still stand for what it stood for before; in the cloud it is not at once either. */
const MOVED_WITHIN_MS = 500;

/** What a running process can't change. */
const releaseOf = ({ version, codeSha256, handler, memory, timeoutMs, variables }: Deployment) =>
  JSON.stringify([version, codeSha256, handler, memory, timeoutMs, variables]);

/**
 * Starts nothing yet; the first request to a function starts its first sandbox.
 * @param options.endpoint the emulated AWS
 * @param options.folder for the unpacked code
 */
export function createLambdaService(options: {
  readonly endpoint: string;
  readonly region: string;
  readonly folder: string;
  readonly onLog?: (functionName: string, line: string) => void;
}): LambdaService {
  const { endpoint, region, folder, onLog } = options;
  const client = new LambdaClient({
    endpoint,
    region,
    credentials: DUMMY_CREDENTIALS,
  });
  const deployments = remember<Deployment>(MOVED_WITHIN_MS);
  const limits = remember<number>(MOVED_WITHIN_MS);
  const codes = remember<string>(Infinity);
  const functions = new Map<string, Sandboxes>();
  let closed = false;

  const kill = () => functions.forEach((sandboxes) => sandboxes.kill());
  process.once("exit", kill);

  return {
    async invoke(functionName, qualifier = "$LATEST", event) {
      const [deployment, limit] = await Promise.all([
        deployments(`${functionName}:${qualifier}`, () => readDeployment(client, functionName, qualifier)),
        limits(functionName, () => readConcurrency(client, functionName)),
      ]);
      const taskRoot = await codes(`${functionName}:${deployment.codeSha256}`, () =>
        fetchCode(deployment, folder),
      );
      if (closed) throw new Error("The Lambda service is closed.");
      const sandboxes = functions.get(functionName) ?? new Sandboxes();
      functions.set(functionName, sandboxes);
      const environment = () => sandboxEnvironment(deployment, { endpoint, region, taskRoot });
      const answer: Answer = await sandboxes.answer(
        qualifier,
        releaseOf(deployment),
        limit,
        () => new Sandbox(deployment, taskRoot, environment(), (line) => onLog?.(functionName, line)),
        (sandbox) => sandbox.invoke(event, deployment.arn),
      );
      return { ...answer, executedVersion: deployment.version };
    },

    async close() {
      closed = true;
      await Promise.all([...functions.values()].map((sandboxes) => sandboxes.end()));
      process.off("exit", kill);
      client.destroy();
    },
  };
}
