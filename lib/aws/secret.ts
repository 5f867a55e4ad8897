import { GetParameterCommand, type SSMClient } from "@aws-sdk/client-ssm";

/** The secret could not be read. Says which parameter and why, never what is in it. */
export class SecretUnavailableError extends Error {
  override readonly name = "SecretUnavailableError";
}

export interface Secret {
  /**
   * The secret, from memory when this process has it.
   *
   * @throws {SecretUnavailableError} when it can't be read in time
   */
  read(): Promise<string>;
  /**
   * Called when `refused` was refused: the secret read anew, once for all who hold the refused one.
   * Answers `refused` itself when there is nothing newer to be had yet.
   *
   * @throws {SecretUnavailableError} when it can't be read in time
   */
  replace(refused: string): Promise<string>;
}

/** A secret that is known from the start and has no newer version. */
export function fixedSecret(value: string): Secret {
  return { read: async () => value, replace: async () => value };
}

const READ_DEADLINE_MS = 1500;
/** A read that failed is not tried again before this, so that a burst of requests costs SSM one call. */
const FAILED_READ_PAUSE_MS = 1000;
/** A secret that stays refused is not read anew more often than this. */
const REPLACE_PAUSE_MS = 30_000;

export interface SsmSecretOptions {
  /** Milliseconds of a clock. */
  readonly now?: () => number;
  /** Hears of every reading of the parameter. */
  readonly onRead?: (succeeded: boolean) => void;
}

class EmptyParameterError extends Error {
  override readonly name = "EmptyParameter";
}

/** An error's name, or Node's code: enough to act on. The SDK's own words may quote the request. */
function nameOf(error: unknown): string {
  const { code, name } = error as { code?: unknown; name?: unknown };
  return String(typeof code === "string" ? code : name);
}

/** A secret kept in an SSM SecureString: read once per process, however many ask at once. */
export function ssmSecret(client: SSMClient, parameterName: string, options: SsmSecretOptions = {}): Secret {
  const { now = Date.now, onRead } = options;
  let reading: Promise<string> | undefined;
  let failedAt: number | undefined;
  let replacedAt = -Infinity;

  async function fetchValue(): Promise<string> {
    try {
      const { Parameter } = await client.send(
        new GetParameterCommand({ Name: parameterName, WithDecryption: true }),
        { abortSignal: AbortSignal.timeout(READ_DEADLINE_MS) },
      );
      const value = Parameter?.Value?.trim();
      if (!value) throw new EmptyParameterError();
      onRead?.(true);
      return value;
    } catch (cause) {
      failedAt = now();
      onRead?.(false);
      throw new SecretUnavailableError(`SSM parameter ${parameterName} could not be read (${nameOf(cause)})`);
    }
  }

  function read(): Promise<string> {
    if (failedAt !== undefined && now() - failedAt >= FAILED_READ_PAUSE_MS) reading = undefined;
    if (!reading) {
      failedAt = undefined;
      reading = fetchValue();
    }
    return reading;
  }

  return {
    read,
    async replace(refused) {
      const current = await read();
      if (current !== refused || now() - replacedAt < REPLACE_PAUSE_MS) return read();
      replacedAt = now();
      reading = undefined;
      return read();
    },
  };
}
