import { Problem } from "@/local/problem";

/** Where the words of a command go. */
export const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const CREDENTIALS_MISSING = new Set(["CredentialsProviderError", "TokenProviderError"]);
const CREDENTIALS_REFUSED = new Set([
  "UnrecognizedClientException",
  "InvalidClientTokenId",
  "ExpiredToken",
  "ExpiredTokenException",
  "MissingAuthenticationToken",
]);

/** What a person is told of an error: a sentence where it is theirs to put right, else the error itself. */
export function explain(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { name, message } = error;
  if (error instanceof Problem) return message;
  // The SDK says more where it knows more, such as that a session has to be begun again.
  if (CREDENTIALS_MISSING.has(name))
    return `There are no AWS credentials here: run \`aws configure\` or set AWS_PROFILE. (${message})`;
  if (CREDENTIALS_REFUSED.has(name)) return `AWS refuses the credentials (${name}): sign in again.`;
  return error;
}

/** Runs a command to its end; a problem is told in a sentence, and makes the exit code 1. */
export async function runCommand(command: (args: readonly string[]) => Promise<void>): Promise<void> {
  // The lock file holds the AWS SDK to a version that runs on this Node.
  process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] ??= "true";
  try {
    await command(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${String(explain(error))}\n`);
    process.exitCode = 1;
  }
}
