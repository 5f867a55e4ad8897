import { LambdaClient, PreconditionFailedException } from "@aws-sdk/client-lambda";

import type { httpEvent } from "../http-event";

export type Answers = Readonly<Record<string, { readonly statusCode: number; readonly body?: string }>>;

interface FakeVersion {
  readonly version: string;
  readonly codeSha256: string;
  /** ISO 8601. */
  readonly publishedAt: string;
}

interface Command {
  readonly constructor: { readonly name: string };
  readonly input: Readonly<Record<string, string | undefined>>;
}

/** What every version answers that is fit for visitors. A search's query is "new" here, whatever it was. */
export const GOOD: Answers = {
  "/api/health": { statusCode: 200 },
  "/?query=a&page=0": { statusCode: 400, body: "<!doctype html><html>" },
  "/": { statusCode: 200, body: "<!doctype html><html>" },
  "/api/movies?query=new": { statusCode: 200, body: "{}" },
};

/** One function in memory with the alias `live`, and the few requests that releases make. */
export function createFakeLambda() {
  let revision = 0;
  const fake = {
    versions: [] as FakeVersion[],
    alias: { FunctionVersion: "1", Description: "The version that visitors get" },
    answers: GOOD,
    /** Of every invocation. */
    functionError: undefined as string | undefined,
    /** As often the alias still stands for what it stood for before, after it was moved. */
    late: 0,
    /** What was done, in order; a part of tests adds what it sees. */
    done: [] as string[],
    /** Called with every request before it is answered. */
    onRequest: (_name: string): void => {},
    /** Moves the alias as somebody else does. */
    moveAside(FunctionVersion: string) {
      fake.alias = { ...fake.alias, FunctionVersion };
      revision += 1;
    },
    lambda: Object.assign(Object.create(LambdaClient.prototype), { send }) as LambdaClient,
  };
  let before = "";

  function executed(qualifier: string): string {
    if (qualifier !== "live") return qualifier;
    return fake.late-- > 0 ? before : fake.alias.FunctionVersion;
  }

  async function send({ constructor: { name }, input }: Command): Promise<unknown> {
    fake.onRequest(name);
    switch (name) {
      case "ListVersionsByFunctionCommand":
        return {
          Versions: [
            { Version: "$LATEST" },
            ...fake.versions.map(({ version, codeSha256, publishedAt }) => ({
              Version: version,
              CodeSha256: codeSha256,
              LastModified: publishedAt,
            })),
          ],
        };
      case "GetAliasCommand":
        return { ...fake.alias, RevisionId: String(revision) };
      case "UpdateAliasCommand": {
        if (input["RevisionId"] !== String(revision))
          throw new PreconditionFailedException({ message: "another revision", $metadata: {} });
        const { FunctionVersion = "", Description = "" } = input;
        before = fake.alias.FunctionVersion;
        fake.moveAside(FunctionVersion);
        fake.alias = { FunctionVersion, Description };
        fake.done.push(`live is ${FunctionVersion}`);
        return { ...fake.alias, RevisionId: String(revision) };
      }
      case "InvokeCommand": {
        const event = JSON.parse(input["Payload"] ?? "") as ReturnType<typeof httpEvent>;
        expect(event.headers).toMatchObject({
          host: "localhost",
          "x-forwarded-host": "d1.cloudfront.net",
        });
        const path = [event.rawPath, event.rawQueryString]
          .filter(Boolean)
          .join("?")
          .replace(/=[0-9a-f-]{36}$/, "=new");
        const { Qualifier = "" } = input;
        fake.done.push(`asked ${Qualifier} for ${path}`);
        return {
          Payload: { transformToString: () => JSON.stringify(fake.answers[path]) },
          ExecutedVersion: executed(Qualifier),
          ...(fake.functionError && { FunctionError: fake.functionError }),
        };
      }
      case "DeleteFunctionCommand":
        fake.versions = fake.versions.filter(({ version }) => version !== input["Qualifier"]);
        return {};
      default:
        throw new Error(`${name} is not faked`);
    }
  }

  return fake;
}
