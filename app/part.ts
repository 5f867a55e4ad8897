import type { Problem } from "@/lib/http/problem";
import { problemOf } from "@/lib/movies/problems";

/** A part of a page that the page can do without: what it shows, or why it can't. */
export type Part<T> =
  | { readonly found: T; readonly problem?: undefined }
  | { readonly found?: undefined; readonly problem: Problem };

/** Finds a part; what goes wrong becomes its problem, and is logged where it is nobody's fault but ours. */
export async function partOf<T>(find: () => Promise<T> | T): Promise<Part<T>> {
  try {
    return { found: await find() };
  } catch (error) {
    return { problem: problemOf(error) };
  }
}
