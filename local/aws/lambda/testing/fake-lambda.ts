import { createServer } from "node:http";

import { strToU8, zipSync } from "fflate";

import { close, listen } from "../../../listen";
import { codeSha256 } from "../code";

export interface FakeFunction {
  /** The code by version: the files of the zip. */
  readonly versions: Record<string, Readonly<Record<string, string>>>;
  readonly aliases: Record<string, string>;
  readonly configuration?: Readonly<Record<string, unknown>>;
  readonly concurrency?: number;
  /** By alias. */
  readonly urls?: Readonly<Record<string, { readonly url: string; readonly authType: string }>>;
  /** By alias, as JSON would say it. */
  readonly policies?: Readonly<Record<string, unknown>>;
}

export interface FakeLambda {
  readonly url: string;
  /** The path of each request so far. */
  readonly requests: string[];
  close(): Promise<void>;
}

/** The same files are the same zip at any time. */
const zipOf = (files: Readonly<Record<string, string>>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), {
    mtime: "2026-01-01T00:00:00",
  });

/** Answers what the service asks of Lambda, from functions that a test may change at any time. */
export function answerLambda(functions: Readonly<Record<string, FakeFunction>>, request: URL): unknown {
  const [, , , name = "", part, alias] = request.pathname.split("/");
  const qualifier = request.searchParams.get("Qualifier") ?? "$LATEST";
  const found = functions[name];
  const arn = `arn:aws:lambda:eu-west-3:123456789012:function:`;
  if (!name) {
    return {
      Functions: Object.keys(functions).map((one) => ({ FunctionName: one, FunctionArn: arn + one })),
    };
  }
  switch (part) {
    case "aliases":
      if (!alias) return { Aliases: Object.keys(found?.aliases ?? {}).map((Name) => ({ Name })) };
      return found?.aliases[alias] && { Name: alias, FunctionVersion: found.aliases[alias] };
    case "concurrency":
      return found && { ReservedConcurrentExecutions: found.concurrency };
    case "url":
      return (
        found?.urls?.[qualifier] && {
          FunctionUrl: found.urls[qualifier].url,
          AuthType: found.urls[qualifier].authType,
        }
      );
    case "policy":
      return found?.policies?.[qualifier] && { Policy: JSON.stringify(found.policies[qualifier]) };
    default: {
      const files = found?.versions[qualifier];
      const configuration = files && {
        Handler: "index.handler",
        Timeout: 3,
        Runtime: "nodejs22.x",
        CodeSha256: codeSha256(zipOf(files)),
        FunctionArn: `${arn}${name}:${qualifier}`,
        ...found?.configuration,
      };
      const Location = `${request.origin}/code/${name}/${encodeURIComponent(qualifier)}`;
      return configuration && { Configuration: configuration, Code: { Location } };
    }
  }
}

/** Serves those functions and their code. */
export async function startFakeLambda(
  functions: Readonly<Record<string, FakeFunction>>,
): Promise<FakeLambda> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", `http://${request.headers.host}`);
    requests.push(url.pathname);
    const [, kind, name = "", version = ""] = url.pathname.split("/");
    if (kind === "code") {
      response.end(zipOf(functions[name]?.versions[decodeURIComponent(version)] ?? {}));
      return;
    }
    const answer = answerLambda(functions, url);
    response.writeHead(answer ? 200 : 404, { "x-amzn-errortype": "ResourceNotFoundException" });
    response.end(JSON.stringify(answer ?? { Message: "Function not found" }));
  });
  const url = await listen(server, 0, "127.0.0.1");
  return { url, requests, close: () => close(server) };
}
