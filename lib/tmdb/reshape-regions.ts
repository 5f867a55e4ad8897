import type { TmdbMovieDetails } from "./movie-schemas";
import { OFFER_KINDS, type Provider, type Regions } from "./region";
import type { TmdbCountryOffers, TmdbProvider, TmdbRelease } from "./region-schemas";

/** TMDB's types of a release: 2 limited and 3 everywhere in cinemas (reference/movie-release-dates). */
const IN_CINEMAS = [2, 3];

const NOTHING = { certification: null, releaseDate: null, link: null, offers: {} };

function firstDay(releases: readonly TmdbRelease[]): string | null {
  return releases.flatMap(({ release_date: day }) => day ?? []).sort()[0] ?? null;
}

function toRelease(releases: readonly TmdbRelease[]) {
  const inCinemas = releases.filter(({ type }) => IN_CINEMAS.includes(type));
  return {
    certification: releases.find(({ certification }) => certification)?.certification ?? null,
    releaseDate: firstDay(inCinemas) ?? firstDay(releases),
  };
}

const idsOf = (providers: readonly TmdbProvider[]) => [
  ...new Set(providers.map(({ provider_id }) => provider_id)),
];

function toOffers({ flatrate, free, ads, rent, buy }: TmdbCountryOffers) {
  const offered = { stream: flatrate, free: [...free, ...ads], rent, buy };
  const kinds = OFFER_KINDS.filter((kind) => offered[kind].length > 0);
  return Object.fromEntries(kinds.map((kind) => [kind, idsOf(offered[kind])]));
}

function everyProvider(countries: readonly TmdbCountryOffers[]): Provider[] {
  const all = countries.flatMap(({ flatrate, free, ads, rent, buy }) =>
    [flatrate, free, ads, rent, buy].flat(),
  );
  const byId = new Map(
    all.map(({ provider_id: id, provider_name: name, logo_path: logoPath }) => [id, { id, name, logoPath }]),
  );
  return [...byId.values()];
}

/** What TMDB knows of a film by region as ours; a region of which nothing is known is left out. */
export function toRegions(film: Pick<TmdbMovieDetails, "release_dates" | "watch/providers">): Regions {
  const countries = film["watch/providers"].results;
  const byCode: Record<string, Regions["byCode"][string]> = {};
  for (const { iso_3166_1: code, release_dates: releases } of film.release_dates.results) {
    const release = toRelease(releases);
    if (release.certification || release.releaseDate) byCode[code] = { ...NOTHING, ...release };
  }
  for (const { code, offers: sent } of countries) {
    const offers = toOffers(sent);
    if (Object.keys(offers).length > 0)
      byCode[code] = { ...NOTHING, ...byCode[code], link: sent.link, offers };
  }
  return { providers: everyProvider(countries.map(({ offers }) => offers)), byCode };
}
