import type { Trailer } from "@/lib/movies";

/**
 * The trailer to show: in the visitor's language, else in English, else whichever there is, the first of each; null
 * where there is none.
 *
 * @param language ISO 639-1
 */
export function chooseTrailer(trailers: readonly Trailer[], language: string): Trailer | null {
  const spoken = (wanted: string) => trailers.find((trailer) => trailer.language === wanted);
  return spoken(language) ?? spoken("en") ?? trailers[0] ?? null;
}
