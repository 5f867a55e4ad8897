import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { promisify } from "node:util";

import { cacheKey } from "@/lib/cache/key";
import { hashOf } from "@/lib/movies/telemetry";

import { commandsIn, parseCommand, type Command } from "./testing/commands";
import { EXECUTED, ONLY_THERE, VARIABLES, type Place } from "./testing/executed";
import { DOCUMENTS, inRoot, read } from "./testing/files";

const run = promisify(execFile);
const SCRIPTS = (JSON.parse(read("package.json")) as { scripts: object }).scripts;

const ADVICE =
  "is executed by no test. Have one execute it and name that in docs/testing/executed.ts, or leave it out of the document.";

const ALL = DOCUMENTS.flatMap((document) =>
  commandsIn(read(document)).map((command) => ({ document, command })),
);

/** What nobody executes of a command, in words. */
function unexecuted({ text, name, options, variables }: Command): string[] {
  if (Object.hasOwn(ONLY_THERE, name)) return [];
  const execution = EXECUTED[name];
  if (!execution) return [`"${text}" (${name}) ${ADVICE}`];
  const lacking = [
    ...options.filter((option) => !execution.options?.[option]),
    ...variables.filter((variable) => !VARIABLES[variable]),
  ];
  return lacking.map((part) => `${part} of "${text}" ${ADVICE}`);
}

describe("the commands of a document", () => {
  it("are found in blocks and sentences", () => {
    const document = [
      "Run `npm start`, not `npm`, and see `local-aws.ts`.",
      "```sh",
      "npm run x -- --stage dev --query 'the  # matrix'   # says so",
      "bucket=b",
      "A=1 terraform -chdir=a/b init \\",
      "  -var 'x={a=\"b\"}'",
      "```",
      "```console",
      "$ curl 'localhost:3000/?a=b'  # asks",
      "npm is what it says",
      "```",
    ].join("\n");
    const [x, init, curl, start, ...more] = commandsIn(document);
    expect(x).toMatchObject({ name: "npm run x", options: ["--stage", "--query"], variables: [] });
    expect(init).toMatchObject({ name: "terraform init", options: ["-chdir", "-var"], variables: ["A"] });
    expect(curl).toMatchObject({ name: "curl", text: "curl 'localhost:3000/?a=b'" });
    expect(start).toMatchObject({ name: "npm start" });
    expect(more).toEqual([]);
    expect(commandsIn("`A=<a b> npm run\nx --`")).toMatchObject([{ name: "npm run x", variables: ["A"] }]);
  });

  it("can't hide in a block that does not say what it holds", () => {
    expect(() => commandsIn("```\nnpm run x\n```")).toThrow("it has to be sh, console");
  });

  it("are missed when no test executes them, or one of their options or variables", () => {
    const missed = (text: string) => unexecuted(parseCommand(text) as Command);
    expect(missed("npm run nothing")).toEqual([expect.stringContaining(ADVICE)]);
    expect(missed("npm start --fast")).toEqual([expect.stringMatching(/^--fast of/)]);
    expect(missed("NEW=1 npm start")).toEqual([expect.stringMatching(/^NEW of/)]);
    expect(missed("PORT=1 npm start")).toEqual([]);
  });
});

it.each(DOCUMENTS)("a test executes every command of %s", (document) => {
  expect(commandsIn(read(document)).flatMap(unexecuted)).toEqual([]);
});

it("names scripts that there are", () => {
  const scripts = ALL.flatMap(({ command }) => /^npm run (\S+)/.exec(command.name)?.[1] ?? []);
  expect(scripts.length).toBeGreaterThan(20);
  expect(scripts.filter((name) => !Object.hasOwn(SCRIPTS, name))).toEqual([]);
});

describe("what executes a command", () => {
  const places: readonly (readonly [string, Place])[] = [
    ...Object.entries(EXECUTED),
    ...Object.values(EXECUTED).flatMap(({ options = {} }) => Object.entries(options)),
    ...Object.entries(VARIABLES),
  ];

  it("stands in the file that is named", () => {
    const gone = places.filter(
      ([, { file, says }]) => !existsSync(inRoot(file)) || !read(file).includes(says),
    );
    expect(gone).toEqual([]);
  });

  it("is itself run: by npm test, which .ci/run begins, or by a workflow", () => {
    const parts = read(".ci/test.mjs");
    expect(parts).toContain('"test:unit"');
    expect(parts).toContain('"test:e2e"');
    expect(read("infrastructure/tests/run.mjs")).toContain("local/aws/scenario.ts");
    expect(read("local/aws/scenario.ts")).toContain("scenarioSteps(");
    expect(read(".github/workflows/ci.yml")).toContain("run: .ci/run");
    const isRun = (file: string) =>
      /^(\.ci\/|\.github\/workflows\/|local\/aws\/|local\/install\.mjs$|infrastructure\/tests\/run\.mjs$|e2e\/(.*\.spec|server)\.ts$|docs\/.*\.test\.ts$)/.test(
        file,
      );
    expect(places.filter(([, { file }]) => !isRun(file))).toEqual([]);
  });

  it("is told for commands that a document has, and for no others", () => {
    const names = new Set(ALL.map(({ command }) => command.name));
    expect([...Object.keys(EXECUTED), ...Object.keys(ONLY_THERE)].filter((name) => !names.has(name))).toEqual(
      [],
    );
  });
});

it("tells everybody what no test executes", () => {
  const told = commandsIn(read("docs/what-only-aws-can-show.md")).map(({ name }) => name);
  expect(Object.keys(ONLY_THERE).filter((name) => !told.includes(name))).toEqual([]);
});

it.each([
  ["infrastructure/install-all.sh", /There is no such stage/],
  ["infrastructure/destroy-all.sh", /There is no such stage/],
])(
  "%s hands what it is given on to the command",
  async (script, said) => {
    await expect(run(inRoot(script), ["--stage", "nowhere"])).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(said),
    });
  },
  60_000,
);

it("tells a key's hash as the log has it", async () => {
  const found = ALL.find(({ command }) => command.name === "printf sha256sum cut");
  const { stdout } = await run("sh", ["-c", found?.command.text ?? ""]);
  const key = cacheKey("search", { query: "matrix", page: 1, language: "en-US" });
  expect(stdout.trim()).toBe(hashOf(key));
});
