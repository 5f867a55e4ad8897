import type { StandInFilm } from "../catalogue/film";
import { chooseArt } from "./choose-art";
import { drawPicture, svgImage } from "./picture";

const AREA = { width: 1280, height: 720 };

/** Returns the backdrop of a film as SVG, 16:9, `width` pixels wide: the art of its poster without letters. */
export function drawBackdrop(film: StandInFilm, width: number): string {
  const art = chooseArt(film);
  const picture = drawPicture(art, { ...AREA, horizon: AREA.height * 0.92 });
  return svgImage(film.title, art, AREA, width, picture);
}
