import { z } from "zod";

import { appended, countryCode, id, imagePath, listOf, text } from "./fields";

/** A moment as TMDB writes it, of which only the day is meant: "1999-03-31T00:00:00.000Z". */
const day = z
  .string()
  .transform((moment) => moment.slice(0, "YYYY-MM-DD".length))
  .pipe(z.iso.date())
  .nullable()
  .catch(null);

const release = z.object({ certification: text, release_date: day, type: z.number().int().catch(0) });
export type TmdbRelease = z.infer<typeof release>;

/** The appended part `release_dates`. */
export const releaseDatesSchema = appended(
  "results",
  z.object({ iso_3166_1: countryCode, release_dates: listOf(release) }),
);

const provider = z.object({ provider_id: id, provider_name: z.string().min(1), logo_path: imagePath });
export type TmdbProvider = z.infer<typeof provider>;

const offers = listOf(provider);

const country = z.object({
  // Visitors are sent there: to no other site, whoever answers in TMDB's place.
  link: z
    .url({ protocol: /^https$/, hostname: /^www\.themoviedb\.org$/ })
    .nullable()
    .catch(null),
  flatrate: offers,
  free: offers,
  ads: offers,
  rent: offers,
  buy: offers,
});
export type TmdbCountryOffers = z.infer<typeof country>;

/** The appended part `watch/providers`: an object by country. */
export const watchProvidersSchema = z
  .object({
    results: z.record(z.string(), z.unknown()).transform((byCountry) =>
      Object.entries(byCountry).flatMap(([code, offered]) => {
        const parsed = country.safeParse(offered);
        return countryCode.safeParse(code).success && parsed.success ? [{ code, offers: parsed.data }] : [];
      }),
    ),
  })
  .catch({ results: [] });
