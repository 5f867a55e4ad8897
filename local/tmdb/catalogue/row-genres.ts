import { GENRE } from "../genres";
import type { SampleRow } from "./sample-rows";

const BY_MAJOR_GENRE: Readonly<Record<string, readonly number[]>> = {
  Action: [GENRE.action],
  Adventure: [GENRE.adventure],
  "Black Comedy": [GENRE.comedy],
  Comedy: [GENRE.comedy],
  "Concert/Performance": [GENRE.music, GENRE.documentary],
  Documentary: [GENRE.documentary],
  Drama: [GENRE.drama],
  Horror: [GENRE.horror],
  Musical: [GENRE.music],
  "Romantic Comedy": [GENRE.comedy, GENRE.romance],
  "Thriller/Suspense": [GENRE.thriller],
  Western: [GENRE.western],
};

const BY_CREATIVE_TYPE: Readonly<Record<string, readonly number[]>> = {
  Factual: [GENRE.documentary],
  Fantasy: [GENRE.fantasy],
  "Historical Fiction": [GENRE.history],
  "Kids Fiction": [GENRE.family],
  "Science Fiction": [GENRE.scienceFiction],
  "Super Hero": [GENRE.action, GENRE.scienceFiction],
};

/** Returns TMDB's genre ids for a row: its genre first, then what its kind of story adds. */
export function genreIdsOf(row: Pick<SampleRow, "Major Genre" | "Creative Type">): readonly number[] {
  const byGenre = BY_MAJOR_GENRE[row["Major Genre"] ?? ""] ?? [];
  const byType = BY_CREATIVE_TYPE[row["Creative Type"] ?? ""] ?? [];
  return [...new Set([...byGenre, ...byType])];
}
