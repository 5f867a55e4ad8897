import type { CrewMember, MovieInAllRegions } from "./movie-details";
import type { TmdbMovieDetails } from "./movie-schemas";
import { toMovies, toMovieSummary } from "./reshape";
import { toRegions } from "./reshape-regions";

const CAST_SHOWN = 20;

/** The jobs that a film's page names beside directing and writing, in its order. */
const NOTABLE_JOBS = ["Producer", "Director of Photography", "Original Music Composer", "Editor"];
/** Some films have dozens of producers. */
const SHOWN_PER_JOB = 5;

type Crew = TmdbMovieDetails["credits"]["crew"];

/** Those who had one of the jobs, each person once. */
function peopleWithJob(crew: Crew, ...jobs: readonly string[]): CrewMember[] {
  const people = crew.filter(({ job }) => jobs.includes(job));
  return [...new Map(people.map(({ id, name, job }) => [id, { id, name, job }])).values()];
}

function toCollection(collection: TmdbMovieDetails["belongs_to_collection"]) {
  if (collection === null) return null;
  const { id, name, poster_path: posterPath, backdrop_path: backdropPath } = collection;
  return { id, name, posterPath, backdropPath };
}

/** TMDB's film with everything appended as ours; TMDB's 0 for an unknown sum or length becomes null. */
export function toMovieInAllRegions(film: TmdbMovieDetails): MovieInAllRegions {
  const { cast, crew } = film.credits;
  return {
    ...toMovieSummary(
      film,
      film.genres.map(({ id }) => id),
    ),
    overview: film.overview,
    genres: film.genres,
    tagline: film.tagline || null,
    runtime: film.runtime || null,
    status: film.status || null,
    budget: film.budget || null,
    revenue: film.revenue || null,
    homepage: film.homepage,
    imdbId: film.imdb_id,
    collection: toCollection(film.belongs_to_collection),
    spokenLanguages: film.spoken_languages.map(({ iso_639_1 }) => iso_639_1),
    productionCountries: film.production_countries.map(({ iso_3166_1 }) => iso_3166_1),
    directors: peopleWithJob(crew, "Director"),
    writers: peopleWithJob(crew, "Screenplay", "Writer", "Story"),
    crew: NOTABLE_JOBS.flatMap((job) => peopleWithJob(crew, job).slice(0, SHOWN_PER_JOB)),
    cast: cast.slice(0, CAST_SHOWN).map(({ id, name, character, profile_path }) => ({
      id,
      name,
      character: character || null,
      profilePath: profile_path,
    })),
    trailers: film.videos.results
      .map(({ name, site, key, official, iso_639_1 }) => ({
        name,
        site,
        key,
        official,
        language: iso_639_1 || null,
      }))
      .sort((a, b) => Number(b.official) - Number(a.official)),
    recommendations: toMovies(film.recommendations.results),
    allRegions: toRegions(film),
  };
}
