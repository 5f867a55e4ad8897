import type { StandInFilm } from "../catalogue/film";
import { chooseArt } from "./choose-art";
import { drawPicture, svgImage } from "./picture";
import { box, element } from "./svg";
import { titleBlock } from "./title-block";

const AREA = { width: 500, height: 750 };
const MARGIN = 38;
const GAP = 30;

/** Returns the poster of a film as SVG, 2:3, `width` pixels wide: its art, title, director and year. */
export function drawPoster(film: StandInFilm, width: number): string {
  const art = chooseArt(film);
  const { deep, light, near } = art.palette;
  // Most posters are all picture; some are a picture on paper.
  const framed = art.random.next() < 0.3;
  const letters = titleBlock(film, art.random, {
    left: MARGIN,
    width: AREA.width - 2 * MARGIN,
    foot: AREA.height - MARGIN - 4,
    ink: framed ? deep : light,
    creditInk: framed ? near : light,
  });

  if (!framed) {
    const picture = drawPicture(art, { ...AREA, horizon: letters.top - GAP });
    return svgImage(film.title, art, AREA, width, picture + letters.drawing);
  }
  const inner = { width: AREA.width - 2 * MARGIN, height: letters.top - GAP - MARGIN };
  const picture = drawPicture(art, { ...inner, horizon: inner.height * 0.98 });
  const window = element("svg", { x: MARGIN, y: MARGIN, ...inner }, picture);
  return svgImage(
    film.title,
    art,
    AREA,
    width,
    box(0, 0, AREA.width, AREA.height, light) + window + letters.drawing,
  );
}
