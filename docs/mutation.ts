import { table } from "./markdown";

/** As much of what Stryker tells of a change to the code as says what became of it. */
export interface Mutant {
  /** From the root of the project. */
  readonly fileName: string;
  readonly status: string;
}

/** Where and when it was made. */
export interface MutationRun {
  /** As in 2026-01-31. */
  readonly date: string;
  readonly commit: string;
  readonly node: string;
}

const NOTICED = "Killed";
/** Tests that are not over in time may wait for ever, or be slow on a machine that is busy: that is no proof. */
const UNNOTICED = ["Timeout", "Survived", "NoCoverage"];
/** What is evaluated once per file, what does not compile, and what keeps tests from being run at all. */
const UNJUDGED = ["Ignored", "CompileError", "RuntimeError"];

const KINDS = [NOTICED, ...UNNOTICED, ...UNJUDGED];
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
  const judged = count(NOTICED, ...UNNOTICED);
  return judged === 0 ? "–" : (Math.floor((1000 * count(NOTICED)) / judged) / 10).toFixed(1);
}

/**
 * The document that says which share of small changes to the cache its tests notice.
 *
 * @throws Error where Stryker has not come to the end of one of them
 */
export function mutationDocument(mutants: readonly Mutant[], { date, commit, node }: MutationRun): string {
  const row = (name: string, some: readonly Mutant[]) => {
    const count = countsOf(some.map(({ status }) => status));
    const counts = [NOTICED, ...UNNOTICED].map((kind) => count(kind));
    return [name, ...[...counts, count(...UNJUDGED)].map(String), `${scoreOf(count)} %`];
  };
  const files = [...new Set(mutants.map(({ fileName }) => fileName))].sort();
  const rows = files.map((name) =>
    row(
      `\`${name}\``,
      mutants.filter(({ fileName }) => fileName === name),
    ),
  );
  return [
    "# What the cache's tests notice",
    "",
    "Written by `npm run mutation`, which breaks `lib/cache` in many small ways, one after the other, and runs the tests",
    "that reach the place. It fails where more than a tenth of them leave all tests passing.",
    "",
    `Last on ${date}, of commit ${commit}, with Node ${node}.`,
    "",
    table(["file", ...HEADINGS, "noticed"], [...rows, row("**all**", mutants)]),
    "",
    "Noticed is where a test fails. Where tests are not over in time, the change most often has them wait for what never",
    "comes, or go round for ever, but that is not counted.",
    "The tests of properties run twenty times each, from a fixed seed. The tests of the fleet are not among them: they have",
    "processes of their own. What is evaluated only once in a process, as a constant is, is not judged, nor is what",
    "keeps tests from being run at all.",
    "",
  ].join("\n");
}
