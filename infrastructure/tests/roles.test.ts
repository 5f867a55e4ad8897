import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(__dirname, "..", "..");
const read = (path: string) => readFileSync(join(ROOT, path), "utf8");

const SERVER = ["lib/aws/secret.ts", "lib/aws/tally.ts", "lib/cache/dynamodb-store.ts"];
const WORKER = ["lib/cache/clearing.ts"];

/** The requests that a file makes of AWS, as IAM names them. */
function requestsOf(path: string): string[] {
  const text = read(path);
  const service = /"@aws-sdk\/client-(\w+)"/.exec(text)?.[1];
  return [...text.matchAll(/\bnew (\w+)Command\(|\bpaginate(\w+)\(/g)].map(
    ([, command, paged]) => `${service}:${command ?? paged}`,
  );
}

/** What a role may do in the services that our code asks. */
const allowedBy = (path: string) => read(path).match(/(?<=")(?:dynamodb|ssm):\w+(?=")/g) ?? [];

const sorted = (texts: readonly string[]) => [...new Set(texts)].sort();

it.each([
  ["server", SERVER, "infrastructure/modules/server/role.tf"],
  ["worker", WORKER, "infrastructure/modules/cache-clearing/worker.tf"],
])("the %s's role allows what its code asks for, and nothing else", (_, files, role) => {
  expect(sorted(files.flatMap(requestsOf))).not.toEqual([]);
  expect(sorted(allowedBy(role))).toEqual(sorted(files.flatMap(requestsOf)));
});

it("no other code of the product asks AWS", () => {
  const sources = ["app", "lib", "infrastructure/lambda"].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
      .map((path) => `${folder}/${path.replaceAll("\\", "/")}`)
      .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$|\/(testing|fleet)\//.test(path)),
  );
  const asking = sources.filter((path) => requestsOf(path).length > 0);
  expect(sorted(asking)).toEqual(sorted([...SERVER, ...WORKER]));
});
