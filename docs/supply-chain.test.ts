import { execFile } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

import { parse } from "yaml";

import { shipped, type LockFile } from "./licences";
import { filesIn, inRoot, read } from "./testing/files";

const run = promisify(execFile);
const FILES = [...filesIn(""), ...filesIn(".github"), ...filesIn("local")];
/** npm and secretlint are processes, for which a busy machine may take long. */
const SLOW_MS = 60_000;
const WORKFLOWS = filesIn(".github/workflows");

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly "working-directory"?: string;
}
interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly uses?: string; readonly steps?: readonly Step[] }>>;
}
interface Update {
  readonly "package-ecosystem": string;
  readonly directory?: string;
  readonly directories?: readonly string[];
  readonly schedule: { readonly interval: string };
  readonly groups?: object;
  readonly "commit-message": Readonly<Record<"prefix" | "prefix-development", string | undefined>>;
}

const { updates } = parse(read(".github/dependabot.yml")) as { updates: readonly Update[] };
const stepsOf = (file: string) =>
  Object.values((parse(read(file)) as Workflow).jobs).flatMap(({ uses, steps = [] }) => [
    ...(uses === undefined ? [] : [{ uses }]),
    ...steps,
  ]);

/** Whether a folder is one of those that a last part of `*` stands for. */
const isOf = (glob: string) => (folder: string) =>
  glob.endsWith("/*") ? dirname(folder) === dirname(glob) : folder === glob;

/** The folders that have something to update, as Dependabot names them. */
const foldersWith = (isSource: (path: string) => boolean) => [
  ...new Set(FILES.filter(isSource).map((path) => (dirname(path) === "." ? "/" : `/${dirname(path)}`))),
];

describe("updates come by themselves", () => {
  it.each([
    ["npm", foldersWith((path) => /(^|\/)package-lock\.json$/.test(path))],
    ["pip", foldersWith((path) => path.endsWith("requirements.txt"))],
    ["terraform", foldersWith((path) => path.endsWith(".tf") && read(path).includes("required_providers"))],
    ["github-actions", ["/"]],
  ])("for %s, wherever there is something", (ecosystem, folders) => {
    expect(folders.length).toBeGreaterThan(0);
    const watched = updates
      .filter((update) => update["package-ecosystem"] === ecosystem)
      .flatMap(({ directory, directories = [] }) => [
        ...(directory === undefined ? [] : [directory]),
        ...directories,
      ]);
    expect(folders.filter((folder) => !watched.some((glob) => isOf(glob)(folder)))).toEqual([]);
    expect(watched.filter((glob) => !folders.some(isOf(glob)))).toEqual([]);
  });

  it("once a week, together, with a message that commitlint takes", () => {
    for (const { schedule, groups = {}, "commit-message": message } of updates) {
      expect(schedule.interval).toBe("weekly");
      expect(Object.keys(groups)).not.toEqual([]);
      for (const prefix of [message.prefix, message["prefix-development"] ?? "build"])
        expect(["fix", "build", "ci"]).toContain(prefix);
    }
  });
});

it.each(WORKFLOWS)("%s names actions by their commit, and says which version that is", (file) => {
  const named = [...read(file).matchAll(/uses: (?!\.\/)(.*)$/gm)].map(([, action = ""]) => action);
  expect(named.filter((action) => !/^[\w./-]+@[0-9a-f]{40} # v\d+(\.\d+)*$/.test(action))).toEqual([]);
  const used = stepsOf(file).filter(({ uses }) => uses !== undefined && !uses.startsWith("./"));
  expect(named).toHaveLength(used.length);
});

it("has every lock file audited, and what ships without exception", () => {
  const audits = stepsOf(".github/workflows/supply-chain.yml")
    .filter(({ run: command = "" }) => command.startsWith("npm audit"))
    .map((step) => [`/${step["working-directory"] ?? ""}`, step.run] as const);
  const folders = foldersWith((path) => /(^|\/)package-lock\.json$/.test(path));
  expect([...new Set(audits.map(([folder]) => folder))].sort()).toEqual(folders.sort());
  expect(audits).toContainEqual(["/", "npm audit --package-lock-only --omit=dev --audit-level=low"]);
});

it(
  "names in the bill of materials of a release what ships, and nothing else",
  async () => {
    const lines = stepsOf(".github/workflows/deploy.yml").flatMap(({ run: line = "" }) => line.split("\n"));
    expect(lines).toContain(".github/release/sbom.sh > sbom.cdx.json");
    expect(read("release.config.mjs")).toContain("sbom.cdx.json");
    const { stdout } = await run(inRoot(".github/release/sbom.sh"), [], { maxBuffer: 2 ** 26 });
    const { components } = JSON.parse(stdout) as { components: readonly { readonly name: string }[] };
    const named = new Set(components.map(({ name }) => name));
    const lock = JSON.parse(read("package-lock.json")) as LockFile;
    expect([...named].filter((name) => !shipped(lock).some((one) => one.name === name))).toEqual([]);
    const { dependencies } = JSON.parse(read("package.json")) as { dependencies: object };
    expect(Object.keys(dependencies).filter((name) => !named.has(name))).toEqual([]);
  },
  SLOW_MS,
);

describe("secrets are looked for", () => {
  const SECRETLINT = inRoot("node_modules/secretlint/bin/secretlint.js");
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "secrets-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  /** What is said of a file with that text; nothing of one without a secret. */
  async function saidOf(text: string): Promise<string> {
    await writeFile(join(folder, "settings.txt"), text);
    const args = [SECRETLINT, "--secretlintrc", inRoot(".secretlintrc.json"), "--no-color", "settings.txt"];
    return run(process.execPath, args, { cwd: folder }).then(
      () => "",
      ({ stdout }: { stdout: string }) => stdout,
    );
  }

  // Put together here, or they would be found in this very file.
  const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const privateKey = String(
    generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ type: "pkcs1", format: "pem" }),
  );
  const token = [
    base64({ alg: "HS256" }),
    base64({ aud: "0123456789abcdef", sub: "somebody" }),
    "x".repeat(43),
  ];

  it.each([
    ["a key of TMDB", token.join("."), "PATTERN"],
    ["a key of AWS", `AWS_SECRET_ACCESS_KEY=${"a1B2".repeat(10)}`, "AWS"],
    ["a token of GitHub", `ghp_${"a1B2".repeat(9)}`, "GITHUB"],
    ["a private key", privateKey, "PRIVATE"],
  ])(
    "and found: %s",
    async (_name, text, named) => {
      expect((await saidOf(text)).toUpperCase()).toContain(named);
    },
    SLOW_MS,
  );

  it(
    "and not found where there is none",
    async () => {
      expect(await saidOf("TMDB_READ_KEY=<your token>\n")).toBe("");
    },
    SLOW_MS,
  );

  it("by lint, in every file, and before every commit", () => {
    const { scripts, "lint-staged": staged } = JSON.parse(read("package.json")) as {
      scripts: Record<string, string>;
      "lint-staged": Record<string, string>;
    };
    expect(scripts["lint"]).toContain("secretlint");
    expect(staged["*"]).toContain("secretlint");
  });
});
