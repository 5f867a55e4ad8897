import { creditsOf } from "../catalogue/credits";
import type { StandInFilm } from "../catalogue/film";
import type { Films } from "../films";
import { filmAmongMedia } from "./film-json";
import { recommendedTo } from "./recommendations";

function releaseDates({ certification, releaseDate }: StandInFilm) {
  if (!certification || !releaseDate) return { results: [] };
  const inCinemas = {
    certification,
    descriptors: [],
    iso_639_1: "",
    note: "",
    release_date: `${releaseDate}T00:00:00.000Z`,
    type: 3,
  };
  return { results: [{ iso_3166_1: "US", release_dates: [inCinemas] }] };
}

/** What TMDB has where it knows no other site's name for a thing. */
export const NO_EXTERNAL_IDS = {
  imdb_id: null,
  wikidata_id: null,
  facebook_id: null,
  instagram_id: null,
  twitter_id: null,
};

/** Returns one part of a film as `append_to_response` appends it, or undefined for a name that TMDB has no part for. */
export function moviePart(films: Films, film: StandInFilm, name: string): unknown {
  if (Object.hasOwn(film.parts, name)) return film.parts[name];
  switch (name) {
    case "credits":
      return creditsOf(film);
    case "external_ids":
      return NO_EXTERNAL_IDS;
    case "recommendations": {
      const results = recommendedTo(film, films).map(filmAmongMedia);
      return { page: 1, results, total_pages: 1, total_results: results.length };
    }
    case "release_dates":
      return releaseDates(film);
    case "videos":
      return { results: [] };
    case "watch/providers":
      return { results: {} };
    default:
      return undefined;
  }
}
