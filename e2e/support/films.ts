import type { APIRequestContext } from "@playwright/test";

import { standInFilm, type StandInFilm } from "../../local/tmdb/catalogue/film";
import { isDeployed } from "./addresses";
import { announced, whole } from "./whole-film";

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
  Record<"whole" | "announced" | "bare" | "longTitle" | "markup" | "rightToLeft", StandInFilm>
> = {
  whole,
  announced,
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
