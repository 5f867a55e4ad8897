import type { StandInFilm } from "../catalogue/film";
import { drawBackdrop } from "./backdrop";
import { drawPoster } from "./poster";

const SIZES: Readonly<Record<string, { readonly widths: readonly number[]; readonly original: number }>> = {
  poster: { widths: [92, 154, 185, 342, 500, 780], original: 1000 },
  backdrop: { widths: [300, 780, 1280], original: 1920 },
};

/** Returns the width in pixels that TMDB means by a size of this kind of image, or null for a size it has not. */
function widthOfSize(kind: string, size: string): number | null {
  const sizes = SIZES[kind];
  if (!sizes) return null;
  if (size === "original") return sizes.original;
  return sizes.widths.find((width) => size === `w${width}`) ?? null;
}

/**
 * Returns the SVG behind a path such as `/t/p/w342/poster-7.svg`, or null where there is none.
 * @param filmById finds a film
 */
export function imageAnswer(path: string, filmById: (id: number) => StandInFilm | undefined): string | null {
  const [, size = "", kind = "", id = ""] = /^\/t\/p\/(\w+)\/(poster|backdrop)-(\d+)\.svg$/.exec(path) ?? [];
  const width = widthOfSize(kind, size);
  const film = filmById(Number(id));
  if (width === null || !film) return null;
  return kind === "poster" ? drawPoster(film, width) : drawBackdrop(film, width);
}
