import type { Genre, Movie } from "./movie";
import { regionOf, type Region, type Regions } from "./region";

export interface CastMember {
  /** Of the person. */
  readonly id: number;
  readonly name: string;
  readonly character: string | null;
  readonly profilePath: string | null;
}

export interface CrewMember {
  /** Of the person. */
  readonly id: number;
  readonly name: string;
  readonly job: string;
}

export interface Trailer {
  readonly name: string;
  readonly site: "YouTube" | "Vimeo";
  /** The site's own name for the video. */
  readonly key: string;
  readonly official: boolean;
  /** ISO 639-1. */
  readonly language: string | null;
}

/** A series that a film belongs to. */
export interface Collection {
  readonly id: number;
  readonly name: string;
  readonly posterPath: string | null;
  readonly backdropPath: string | null;
}

/** One film, whatever the region. */
interface MovieAnywhere extends Movie {
  readonly genres: readonly Genre[];
  readonly tagline: string | null;
  /** Minutes. */
  readonly runtime: number | null;
  /** TMDB's word, for example "Released". */
  readonly status: string | null;
  /** US dollars. */
  readonly budget: number | null;
  /** US dollars. */
  readonly revenue: number | null;
  /** An http or https URL. */
  readonly homepage: string | null;
  readonly imdbId: string | null;
  readonly collection: Collection | null;
  /** ISO 639-1. */
  readonly spokenLanguages: readonly string[];
  /** ISO 3166-1. */
  readonly productionCountries: readonly string[];
  readonly directors: readonly CrewMember[];
  readonly writers: readonly CrewMember[];
  /** Producers, cinematographers, composers and editors, in this order. */
  readonly crew: readonly CrewMember[];
  readonly cast: readonly CastMember[];
  readonly trailers: readonly Trailer[];
  readonly recommendations: readonly Movie[];
}

/** One film with what is known of it in every region. */
export interface MovieInAllRegions extends MovieAnywhere {
  readonly allRegions: Regions;
}

/** One film with what its page shows, for one region. */
export interface MovieDetails extends MovieAnywhere {
  /** The age certificate in the region, for example "PG-13". */
  readonly certification: string | null;
  readonly region: Region;
  /** The regions of which anything is known, by code (ISO 3166-1). */
  readonly regions: readonly string[];
}

/** A film as it is in the region of that code (ISO 3166-1). */
export function inRegion({ allRegions, ...film }: MovieInAllRegions, code: string): MovieDetails {
  const region = regionOf(allRegions, code);
  const regions = Object.keys(allRegions.byCode).sort();
  return { ...film, certification: region.certification, region, regions };
}
