import type { Problem } from "@/lib/http/problem";
import { problemOf } from "@/lib/movies/problems";

import type { Visitor } from "./visitor";

/** What a page shows, found before it is rendered, and the status it is sent with. */
export interface View {
  readonly kind: string;
  readonly status: number;
}

/** Something went wrong that has words for the visitor. */
export interface ProblemView extends View {
  readonly kind: "problem";
  readonly problem: Problem;
}

/** There is no such film, person or list. */
export interface MissingView extends View {
  readonly kind: "missing";
  readonly status: 404;
}

export const MISSING: MissingView = { kind: "missing", status: 404 };

/** What an address asks for: the parts of its path that vary, and its query with its question mark. */
export interface Asked {
  readonly parts: readonly string[];
  readonly search: string;
  readonly visitor: Visitor;
}

const NOTHING_THERE = new Set(["MovieNotFoundError", "PersonNotFoundError"]);

/** The view for an error. */
export function problemViewOf(error: unknown): ProblemView {
  const problem = problemOf(error);
  return { kind: "problem", status: problem.status, problem };
}

/** The same for what is found by its id: one that can't be an id leads nowhere, as one that is not there. */
export function viewOfError(error: unknown): MissingView | ProblemView {
  const { name, parameter } = error as { name?: string; parameter?: string };
  return NOTHING_THERE.has(name ?? "") || parameter === "id" ? MISSING : problemViewOf(error);
}
