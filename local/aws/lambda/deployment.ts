import {
  GetAliasCommand,
  GetFunctionCommand,
  GetFunctionConcurrencyCommand,
  type LambdaClient,
} from "@aws-sdk/client-lambda";

/** One version of a function, as Lambda has it. */
export interface Deployment {
  readonly functionName: string;
  readonly version: string;
  readonly arn: string;
  readonly handler: string;
  readonly runtime: string;
  /** Megabytes. */
  readonly memory: number;
  readonly timeoutMs: number;
  readonly variables: Readonly<Record<string, string>>;
  readonly logGroup: string;
  /** The SHA-256 of the zip, base64. */
  readonly codeSha256: string;
  /** Where the zip is for some minutes. */
  readonly codeUrl: string;
}

/** An account has 1000 by default; ten processes are what one machine carries. */
const UNRESERVED_CONCURRENCY = 10;

/** A qualifier that is no version is an alias. */
export const isVersion = (qualifier: string) => /^(?:\$LATEST|\d+)$/.test(qualifier);

async function versionOf(client: LambdaClient, functionName: string, qualifier: string): Promise<string> {
  if (isVersion(qualifier)) return qualifier;
  const command = new GetAliasCommand({ FunctionName: functionName, Name: qualifier });
  const { FunctionVersion } = await client.send(command);
  if (!FunctionVersion) throw new Error(`The alias ${functionName}:${qualifier} names no version.`);
  return FunctionVersion;
}

/**
 * Returns what a version or an alias stands for now.
 * @throws the SDK's own errors, ResourceNotFoundException where there is none
 */
export async function readDeployment(
  client: LambdaClient,
  functionName: string,
  qualifier: string,
): Promise<Deployment> {
  const version = await versionOf(client, functionName, qualifier);
  const { Code, Configuration: configuration } = await client.send(
    new GetFunctionCommand({ FunctionName: functionName, Qualifier: version }),
  );
  if (!Code?.Location || !configuration?.CodeSha256 || !configuration.Handler) {
    throw new Error(`${functionName}:${version} has no code, no hash of it or no handler.`);
  }
  return {
    functionName,
    version,
    arn: configuration.FunctionArn ?? functionName,
    handler: configuration.Handler,
    runtime: configuration.Runtime ?? "nodejs22.x",
    memory: configuration.MemorySize ?? 128,
    timeoutMs: (configuration.Timeout ?? 3) * 1000,
    variables: configuration.Environment?.Variables ?? {},
    logGroup: configuration.LoggingConfig?.LogGroup ?? `/aws/lambda/${functionName}`,
    codeSha256: configuration.CodeSha256,
    codeUrl: Code.Location,
  };
}

/** Returns how many requests the function may answer at once; 0 stops it, as an operator may want. */
export async function readConcurrency(client: LambdaClient, functionName: string): Promise<number> {
  const command = new GetFunctionConcurrencyCommand({ FunctionName: functionName });
  const { ReservedConcurrentExecutions } = await client.send(command);
  return ReservedConcurrentExecutions ?? UNRESERVED_CONCURRENCY;
}
