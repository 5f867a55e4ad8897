import { z } from "zod";

import { flag, imagePath, imdbId, isoDate, listOf, named, text, webAddress } from "./fields";
import { movieSchema } from "./schemas";

const role = movieSchema.extend({ character: text });
const work = movieSchema.extend({ job: text });

/** A person with the films of their life appended. */
export const personSchema = named.extend({
  biography: text,
  birthday: isoDate,
  deathday: isoDate,
  place_of_birth: text,
  profile_path: imagePath,
  known_for_department: text,
  homepage: webAddress,
  imdb_id: imdbId("nm"),
  adult: flag,
  movie_credits: z.object({ cast: listOf(role), crew: listOf(work) }).catch({ cast: [], crew: [] }),
});
export type TmdbPerson = z.infer<typeof personSchema>;
