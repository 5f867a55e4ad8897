import dynalite from "dynalite";
import { close, listen } from "../listen";

export interface LocalDynamoDb {
  /** For `AWS_ENDPOINT_URL_DYNAMODB`. */
  readonly endpoint: string;
  /** Stops the server; its tables are gone. */
  close(): Promise<void>;
}

/**
 * Starts a DynamoDB that keeps everything in memory for as long as it runs.
 * @param options.port 0, the default, takes any free port
 * @throws when the port is taken
 */
export async function startDynamoDb({
  port = 0,
  host = "127.0.0.1",
}: { port?: number; host?: string } = {}): Promise<LocalDynamoDb> {
  const server = dynalite({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
  const endpoint = await listen(server, port, host);
  return { endpoint, close: () => close(server) };
}
