/** As much of Stryker's report as says what became of each change to the code. */
export interface MutationReport {
  readonly files: Readonly<Record<string, { readonly mutants: readonly { readonly status: string }[] }>>;
}

/** Where and when it was made. */
export interface MutationRun {
  /** As in 2026-01-31. */
  readonly date: string;
  readonly commit: string;
  readonly node: string;
}

/** Where tests are not over in time the change has them wait for ever, most often: no test that passes takes so long. */
const NOTICED = ["Killed", "Timeout"];
const UNNOTICED = ["Survived", "NoCoverage"];
/** What is evaluated once per file, what does not compile, and what ends the process that runs the tests. */
const UNJUDGED = ["Ignored", "CompileError", "RuntimeError"];

const KINDS = [...NOTICED, ...UNNOTICED, ...UNJUDGED];
const HEADINGS = ["a test fails", "not over in time", "all pass", "no test runs it", "not judged"];

/** How often each of these words occurs. */
function countsOf(statuses: readonly string[]) {
  const strange = statuses.find((status) => !KINDS.includes(status));
  if (strange !== undefined)
    throw new Error(`A mutant ended as "${strange}", which says nothing of the tests.`);
  return (...kinds: readonly string[]) => statuses.filter((status) => kinds.includes(status)).length;
}

/** The share of changes that are noticed, in per cent with one digit; never rounded up. */
function scoreOf(count: ReturnType<typeof countsOf>): string {
  const judged = count(...NOTICED, ...UNNOTICED);
  return judged === 0 ? "–" : (Math.floor((1000 * count(...NOTICED)) / judged) / 10).toFixed(1);
}

/**
 * The document that says which share of small changes to the cache its tests notice.
 *
 * @throws Error where Stryker has not come to the end of one of them
 */
export function mutationDocument({ files }: MutationReport, { date, commit, node }: MutationRun): string {
  const row = (name: string, statuses: readonly string[]) => {
    const count = countsOf(statuses);
    const cells = [...NOTICED, ...UNNOTICED].map((kind) => count(kind));
    return `| ${[name, ...cells, count(...UNJUDGED), `${scoreOf(count)} %`].join(" | ")} |`;
  };
  const byName = Object.entries(files)
    .map(([name, { mutants }]) => ({ name, statuses: mutants.map(({ status }) => status) }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
  return [
    "# What the cache's tests notice",
    "",
    "Written by `npm run mutation`, which breaks `lib/cache` in many small ways, one after the other, and runs the tests",
    "that reach the place. Below 90 % of them noticed it fails.",
    "",
    `Last on ${date}, of commit ${commit}, with Node ${node}.`,
    "",
    `| file | ${HEADINGS.join(" | ")} | noticed |`,
    `| --- |${" --- |".repeat(HEADINGS.length + 1)}`,
    ...byName.map(({ name, statuses }) => row(`\`${name}\``, statuses)),
    row(
      "**all**",
      byName.flatMap(({ statuses }) => statuses),
    ),
    "",
    "Where tests are not over in time, the change most often has them wait for what never comes; it counts as noticed.",
    "The tests of properties run twenty times each, from a fixed seed. The tests of the fleet are not among them: they have",
    "processes of their own. What is evaluated only once in a process, as a constant is, is not judged, nor is what ends it.",
    "",
  ].join("\n");
}
