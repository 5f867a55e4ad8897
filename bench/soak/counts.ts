import type { Told } from "./read-answer";
import type { Span } from "./spans";

/** An answer that is counted under a key, or one that failed, of which nothing is told. */
export interface CountedAnswer {
  readonly key: string;
  /** Milliseconds since the traffic began. */
  readonly at: number;
  readonly tookMs: number;
  /** Null for an error. */
  readonly told: Told | null;
}

/** A window with numbers that no answer has, and what may say why. */
export interface IncompleteWindow extends Span {
  readonly key: string;
  readonly fetchedAt: string;
  readonly missing: readonly number[];
  /** What else the key was answered with in its time. */
  readonly meanwhile: readonly CountedAnswer[];
}

export interface CountCheck {
  readonly keys: number;
  /** Windows of which all is known: a page does not tell which it counts hits of. */
  readonly windows: number;
  /** Of these, the ones that nothing disturbed, while no answer of their key was uncounted. */
  readonly undisturbed: number;
  /** Answers with a number. */
  readonly counted: number;
  /** Answers that say that they were not counted. */
  readonly uncounted: number;
  /** Answers with a number that another answer of the same window has. */
  readonly duplicates: number;
  /** Undisturbed windows with numbers, from 1 up, that no answer of theirs has. */
  readonly incomplete: readonly IncompleteWindow[];
  /** Numbers of the other windows that no answer has: hits that were told as uncounted and are counted later take some. */
  readonly numbersOfUncounted: number;
  /** Answers from the cache of which the table has no hit. */
  readonly lost: number;
  /** Hits in the table that were no answer. */
  readonly invented: number;
}

function groupsOf<T>(all: readonly T[], nameOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(nameOf(one));
    if (group) group.push(one);
    else groups.set(nameOf(one), [one]);
  }
  return groups;
}

const sumOf = <T>(all: readonly T[], of: (one: T) => number) => all.reduce((sum, one) => sum + of(one), 0);

/** The answers beyond the first so many of each number: one for each window there may have been. */
function duplicatesIn(numbers: readonly number[], windows: number): number {
  const times = groupsOf(numbers, String);
  return sumOf([...times.values()], (same) => Math.max(0, same.length - windows));
}

/** The numbers up to the highest that nobody has. */
const missingIn = (numbers: readonly number[]): number[] =>
  Array.from({ length: Math.max(0, ...numbers) }, (_, index) => index + 1).filter(
    (number) => !numbers.includes(number),
  );

const isTold = (answer: CountedAnswer): answer is CountedAnswer & { told: Told } => answer.told !== null;

/**
 * Whether an answer of another window may have taken a number of this one and not told it: the store took its hit and the
 * acknowledgement got lost. It is told as uncounted then, or as a fetch amid the window.
 */
const mayHaveTaken = ({ told, at, tookMs }: CountedAnswer, window: readonly CountedAnswer[]): boolean =>
  told === null ||
  told.hits === null ||
  (told.source === "tmdb" && window.some((one) => one.at > at + tookMs));

/**
 * Holds the numbers that were answered against each other, and against what the table has in the end.
 * @param stored hits in the table by key, of all windows
 * @param disturbances when what counts was failing
 */
export function checkCounts(
  answers: readonly CountedAnswer[],
  stored: ReadonlyMap<string, number>,
  disturbances: readonly Span[],
): CountCheck {
  const isDisturbed = (from: number, to: number) =>
    disturbances.some((one) => from < one.to && to >= one.from);
  const keys = [...groupsOf(answers, ({ key }) => key)];
  const check = { duplicates: 0, numbersOfUncounted: 0, windows: 0, undisturbed: 0 };
  const incomplete: IncompleteWindow[] = [];
  let lost = 0;
  let invented = 0;

  for (const [key, all] of keys) {
    const told = all.filter(isTold);
    const failed = all.length - told.length;
    const hits = told.filter((one) => one.told.source === "cache").length;
    lost += Math.max(0, hits - (stored.get(key) ?? 0));
    invented += Math.max(0, (stored.get(key) ?? 0) - hits);

    const pages = told.filter((one) => one.told.fetchedAt === null);
    const fetches = pages.filter((one) => one.told.source === "tmdb").length;
    const hitsOfPages = pages.flatMap(({ told: { source, hits: n } }) =>
      source === "cache" && n !== null ? [n] : [],
    );
    check.duplicates += duplicatesIn(hitsOfPages, Math.max(1, fetches + failed));

    const windows = groupsOf(
      told.filter((one) => one.told.fetchedAt !== null),
      (one) => one.told.fetchedAt ?? "",
    );
    for (const [fetchedAt, window] of windows) {
      // The fetch has the number 0, which is as little given twice as any other.
      const numbers = window.flatMap((one) => one.told.hits ?? []);
      const from = Math.min(...window.map(({ at }) => at));
      const to = Math.max(...window.map(({ at, tookMs }) => at + tookMs));
      check.windows += 1;
      check.duplicates += duplicatesIn(numbers, 1);
      const missing = missingIn(numbers);
      if (numbers.length < window.length || failed > 0 || isDisturbed(from, to)) {
        check.numbersOfUncounted += missing.length;
        continue;
      }
      const meanwhile = all.filter(
        (one) => one.told?.fetchedAt !== fetchedAt && one.at < to && one.at + one.tookMs > from,
      );
      if (meanwhile.some((one) => mayHaveTaken(one, window))) {
        check.numbersOfUncounted += missing.length;
        continue;
      }
      check.undisturbed += 1;
      if (missing.length > 0) incomplete.push({ key, fetchedAt, from, to, missing, meanwhile });
    }
  }

  const cached = answers.filter(isTold).filter((one) => one.told.source === "cache");
  const uncounted = cached.filter((one) => one.told.hits === null).length;
  return {
    keys: keys.length,
    ...check,
    incomplete,
    counted: cached.length - uncounted,
    uncounted,
    lost,
    invented,
  };
}
