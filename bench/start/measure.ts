import { fork } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { buildPackage, PACKAGE_FOLDER, SERVER, zipFolder } from "../../infrastructure/cli/package-bundle";
import { httpEvent } from "../../infrastructure/cli/http-event";
import { startLocalStack } from "../../local/stack";
import { median, percentile } from "../statistics";
import { buildEmptyPage, removeEmptyPage } from "./empty-page";

export interface StartRow {
  readonly zipBytes: number;
  /** Milliseconds from the start of a process to its first page. */
  readonly p50: number;
  readonly p95: number;
  /** Milliseconds of processor time until then, the median. */
  readonly startCpuMs: number;
  /** Milliseconds of a page after the first, the median. */
  readonly pageMs: number;
  /** Milliseconds of processor time that such a page takes, the median. */
  readonly pageCpuMs: number;
  /** Megabytes (2^20) of the process at its largest, the median. */
  readonly memoryMb: number;
}

export interface StartResult {
  readonly processes: number;
  readonly product: StartRow;
  readonly emptyPage: StartRow;
}

const PROCESSES = 30;
const PAGES_AFTER = 10;
const RUNNER = fileURLToPath(new URL("./first-page.mjs", import.meta.url));

type Environment = Readonly<Record<string, string>>;

interface Started {
  readonly statusCode: number;
  readonly firstMs: number;
  readonly firstCpuMs: number;
  readonly otherMs: readonly number[];
  readonly otherCpuMs: number;
  readonly memoryMb: number;
}

/** Has a fresh process answer the start page. */
async function startOnce(folder: string, env: Environment): Promise<Started> {
  const event = JSON.stringify(httpEvent("/"));
  const child = fork(RUNNER, [join(folder, "index.mjs"), event, String(PAGES_AFTER)], {
    env: { PATH: process.env.PATH ?? "", NODE_ENV: "production", ...env },
    execArgv: [],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const gone = once(child, "exit").then(([code]) =>
    Promise.reject(new Error(`The bundle ended with ${code}`)),
  );
  gone.catch(() => undefined);
  const [started] = (await Promise.race([once(child, "message"), gone])) as [Started];
  if (started.statusCode !== 200) throw new Error(`The start page was answered with ${started.statusCode}`);
  return started;
}

/**
 * Measures how large the server's archive is and how long a fresh process takes to its first page, in turn with an
 * app of one empty page that is built in the same way.
 */
export async function measureStart(say: (line: string) => void): Promise<StartResult> {
  if (!existsSync(join(PACKAGE_FOLDER, "server.zip"))) {
    say("Start: building the product");
    await buildPackage();
  }
  say("Start: building an app of one empty page");
  const folders = { product: SERVER, emptyPage: await buildEmptyPage() };
  const stack = await startLocalStack();
  const quiet = {
    POWERTOOLS_METRICS_DISABLED: "true",
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
  };
  const env = { ...stack.env, ...quiet };
  try {
    // What is fetched from the stand-in first is no part of a start.
    await startOnce(folders.product, env);
    say(`Start: ${PROCESSES} processes of each`);
    const starts: Record<keyof typeof folders, Started[]> = { product: [], emptyPage: [] };
    for (let turn = 0; turn < PROCESSES; turn++) {
      starts.product.push(await startOnce(folders.product, env));
      starts.emptyPage.push(await startOnce(folders.emptyPage, {}));
    }
    const row = async (name: keyof typeof folders): Promise<StartRow> => {
      const first = starts[name].map(({ firstMs }) => firstMs);
      return {
        zipBytes: (await zipFolder(folders[name])).byteLength,
        p50: median(first),
        p95: percentile(first, 0.95),
        startCpuMs: median(starts[name].map(({ firstCpuMs }) => firstCpuMs)),
        pageMs: median(starts[name].flatMap(({ otherMs }) => otherMs)),
        pageCpuMs: median(starts[name].map(({ otherCpuMs }) => otherCpuMs)),
        memoryMb: median(starts[name].map(({ memoryMb }) => memoryMb)),
      };
    };
    return { processes: PROCESSES, product: await row("product"), emptyPage: await row("emptyPage") };
  } finally {
    await stack.close();
    await removeEmptyPage();
  }
}
