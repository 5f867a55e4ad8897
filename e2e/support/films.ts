import type { APIRequestContext } from "@playwright/test";

import { standInFilm, type StandInFilm } from "../../local/tmdb/catalogue/film";
import { isDeployed } from "./addresses";

const trailer = {
  id: "trailer",
  iso_639_1: "en",
  iso_3166_1: "US",
  key: "abc-DEF_123",
  name: "Official Trailer",
  official: true,
  site: "YouTube",
  size: 1080,
  type: "Trailer",
};

const actor = (id: number, name: string, character: string) => ({
  id,
  name,
  character,
  order: id,
  profile_path: null,
});

/** A film about which everything is known. */
const whole = standInFilm({
  id: 900_001,
  title: "The Lamplighter of Quill Bay",
  originalTitle: "Der Laternenanzünder",
  originalLanguage: "de",
  releaseDate: "2019-06-14",
  overview: "A lamplighter finds that the lamps of the bay have begun to answer.",
  genreIds: [18, 14],
  director: "Ines Example",
  runtime: 127,
  voteAverage: 7.9,
  voteCount: 1234,
  certification: "PG-13",
  budget: 12_000_000,
  revenue: 34_500_000,
  parts: {
    credits: {
      cast: [
        actor(1, "Ann Example", "The Lamplighter"),
        actor(2, "北野 見本", "A Lamp"),
        actor(3, "Cher", ""),
      ],
      crew: [{ id: 9, name: "Ines Example", job: "Director", department: "Directing", profile_path: null }],
    },
    videos: { results: [trailer] },
  },
});

/** A film about which nothing is known but its title. */
const bare = standInFilm({
  id: 900_002,
  title: "Zyxbare",
  posterPath: null,
  backdropPath: null,
  originalLanguage: "",
});

/** No place to break a line for a good while, as in the longest titles there are. */
export const LONG_WORD = "Donaudampfschifffahrt".repeat(3);

const longTitle = standInFilm({
  id: 900_003,
  title: `Zyxlong ${LONG_WORD} ${"and on and on ".repeat(20)}`.slice(0, 299).trimEnd() + "!",
  posterPath: null,
  overview: "Long ".repeat(300).trim(),
});

const markup = standInFilm({
  id: 900_004,
  title: "Zyxmark <script>alert(1)</script>",
  originalTitle: "<img src=x onerror=alert(2)>",
  overview: '</p><script>alert(3)</script><b onmouseover="alert(4)">bold</b> &amp; so on',
  posterPath: null,
});

const rightToLeft = standInFilm({
  id: 900_005,
  title: "قصة الفيلم القديم",
  originalLanguage: "ar",
  overview: "رجل يبحث عن فيلم قديم.",
  releaseDate: "1988-01-01",
});

/** Films that TMDB does not have, to be added to the catalogue of the stand-in. */
export const invented: Readonly<
  Record<"whole" | "bare" | "longTitle" | "markup" | "rightToLeft", StandInFilm>
> = {
  whole,
  bare,
  longTitle,
  markup,
  rightToLeft,
};

/** The path of a film of TMDB, of the sample catalogue, or with everything where the suite brings its own. */
export const someFilm = `/movies/${isDeployed ? 603 : whole.id}`;

/** A film with a title that is known, and on TMDB with a trailer, wherever the suite runs. */
export async function wellKnownFilm(request: APIRequestContext): Promise<{ path: string; title: string }> {
  if (!isDeployed) return { path: `/movies/${whole.id}`, title: whole.title };
  const title = "The Matrix";
  const response = await request.get(`/api/movies?${new URLSearchParams({ query: title }).toString()}`);
  const { results } = (await response.json()) as { results: { id: number; title: string }[] };
  return { path: `/movies/${results.find((film) => film.title === title)?.id}`, title };
}
