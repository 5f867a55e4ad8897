import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildPackage } from "../../infrastructure/cli/package-bundle";
import { checkPort, readPort } from "../port";
import { Problem } from "../problem";
import { stopOnSignals } from "../stop-signal";
import { startLocalCloud, type LocalCloud } from "./local-cloud";
import { needsPackage } from "./package-state";
import { checkPrerequisites } from "./prerequisites";

const COMMAND = "npm run cloud:local";
const LOG_TAIL_LINES = 40;

interface UpOptions {
  readonly port: number;
  /** Where the log goes in the end; nowhere by default. */
  readonly keepLog?: string | undefined;
  /** Takes what was built before, whatever changed since. */
  readonly noBuild: boolean;
}

const say = (line: string) => console.log(line);

/** @throws {Problem} saying what is wrong and what is allowed */
function readUpOptions(args: readonly string[]): UpOptions {
  const options = {
    port: { type: "string" },
    "keep-log": { type: "string" },
    "no-build": { type: "boolean" },
  } as const;
  try {
    const { values } = parseArgs({ args: [...args], options });
    return {
      port: readPort(values.port === undefined ? process.env : { PORT: values.port }),
      keepLog: values["keep-log"],
      noBuild: values["no-build"] ?? false,
    };
  } catch (error) {
    if (error instanceof Problem) throw error;
    const allowed = "[--port 3001] [--keep-log FILE] [--no-build]";
    throw new Problem(`${(error as Error).message}\nUsage: ${COMMAND} -- ${allowed}`);
  }
}

/** What a person should know once visitors are answered. */
function welcome(url: string, seconds: number, { aws, stage }: LocalCloud): string {
  const { standIn, dynamoDb, env } = aws;
  const set = ["AWS_ENDPOINT_URL", "AWS_REGION", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"];
  const films = standIn ? "a sample catalogue of 3,200 real films; for TMDB's set TMDB_READ_KEY." : "TMDB.";
  return [
    "",
    `Movies viewer is ready in ${seconds} s: ${url}`,
    "",
    `Deployed: ${stage}, by Terraform, to an emulated AWS on this machine.`,
    `Films:    ${films}`,
    `Cache:    ${dynamoDb.engine}${dynamoDb.reason ? ` (${dynamoDb.reason})` : ""}.`,
    `AWS:      ${set.map((name) => `${name}=${env[name]}`).join(" ")}`,
    "          With these before it `npm run cloud:clear-cache` or the AWS CLI speaks to it.",
    "Stop:     Ctrl-C; everything is gone then.",
    "",
  ].join("\n");
}

async function run({ port, noBuild }: UpOptions, logFile: string, stop: AbortSignal): Promise<void> {
  const started = Date.now();
  const { python } = await checkPrerequisites();
  await checkPort(port, COMMAND);
  if (!noBuild && (await needsPackage(process.cwd()))) {
    say("Building what is deployed; this takes a minute, and only after a change.");
    await buildPackage();
  }
  stop.throwIfAborted();

  say("Starting what stands in for AWS.");
  const readKey = process.env["TMDB_READ_KEY"]?.trim() || undefined;
  const cloud = await startLocalCloud({ python, readKey, say, stop, logFile });
  try {
    say("Applying the configuration of production; this takes about two minutes.");
    await cloud.apply();
    say("Releasing.");
    const { url } = await cloud.openEdge(port);
    await cloud.release(url);
    stop.throwIfAborted();
    say(welcome(url, Math.round((Date.now() - started) / 1000), cloud));
    await new Promise((resolve) => stop.addEventListener("abort", resolve, { once: true }));
  } finally {
    say("Stopping.");
    await cloud.close();
  }
}

/**
 * Deploys the app to an emulated AWS on this machine and serves it there, until Ctrl-C.
 *
 * @returns the exit code: 0 after Ctrl-C or SIGTERM, 1 after a problem, which has been printed then
 */
export async function up(args: readonly string[]): Promise<number> {
  // The lock file holds the AWS SDK to a version that runs on this Node.
  process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] ??= "true";
  const stop = stopOnSignals();
  const folder = await mkdtemp(join(tmpdir(), "movies-viewer-log-"));
  const logFile = join(folder, "cloud.log");
  let keepLog: string | undefined;
  try {
    const options = readUpOptions(args);
    keepLog = options.keepLog;
    await run(options, logFile, stop);
    say("Stopped; nothing is left.");
    return 0;
  } catch (error) {
    if (stop.aborted) {
      say("Stopped; nothing is left.");
      return 0;
    }
    const lines = (await readFile(logFile, "utf8").catch(() => "")).trimEnd().split("\n");
    if (lines[0]) console.error(["The log ends with:", ...lines.slice(-LOG_TAIL_LINES), ""].join("\n"));
    console.error(error instanceof Problem ? error.message : error);
    return 1;
  } finally {
    if (keepLog) {
      await cp(logFile, keepLog).catch((error: unknown) =>
        console.error(`The log could not be kept: ${String(error)}`),
      );
    }
    await rm(folder, { recursive: true, force: true });
  }
}
