import type { StandInFilm } from "../catalogue/film";
import { drawBackdrop } from "./backdrop";
import { drawLogo } from "./logo";
import { drawPortrait } from "./portrait";
import { drawPoster } from "./poster";

type FilmById = (id: number) => StandInFilm | undefined;

interface Kind {
  /** Pixels by TMDB's name of the size. */
  readonly widths: Readonly<Record<string, number>>;
  draw(id: number, width: number, filmById: FilmById): string | null;
}

const ofFilm =
  (draw: (film: StandInFilm, width: number) => string): Kind["draw"] =>
  (id, width, filmById) => {
    const film = filmById(id);
    return film ? draw(film, width) : null;
  };

const KINDS: Readonly<Record<string, Kind>> = {
  poster: {
    widths: { w92: 92, w154: 154, w185: 185, w342: 342, w500: 500, w780: 780, original: 1000 },
    draw: ofFilm(drawPoster),
  },
  backdrop: {
    widths: { w300: 300, w780: 780, w1280: 1280, original: 1920 },
    draw: ofFilm(drawBackdrop),
  },
  // Named by its height: a portrait is 2:3.
  profile: { widths: { w45: 45, w185: 185, h632: 421, original: 1000 }, draw: drawPortrait },
  logo: { widths: { w45: 45, w92: 92, w154: 154, w185: 185, w300: 300, w500: 500 }, draw: drawLogo },
};

/**
 * Returns the SVG behind a path such as `/t/p/w342/poster-7.svg`, or null where there is none.
 * @param filmById finds a film
 */
export function imageAnswer(path: string, filmById: FilmById): string | null {
  const [, size = "", name = "", id = ""] = /^\/t\/p\/(\w+)\/([a-z]+)-(\d+)\.svg$/.exec(path) ?? [];
  const kind = Object.hasOwn(KINDS, name) ? KINDS[name] : undefined;
  const width = kind && Object.hasOwn(kind.widths, size) ? kind.widths[size] : undefined;
  return kind && width !== undefined ? kind.draw(Number(id), width, filmById) : null;
}
