import { yearOf, type StandInFilm } from "../catalogue/film";
import { GENRE } from "../genres";
import type { Random } from "../random";
import { letterTitle, widthOf, type Face } from "./lettering";
import { element, escapeXml } from "./svg";

const SANS = "system-ui, -apple-system, 'Segoe UI', Roboto, Arial, sans-serif";
const SERIF = "Georgia, 'Times New Roman', serif";

const LOUD: Face = { family: SANS, weight: 800, capitals: true, squeeze: 0.88 };
const CLEAR: Face = { family: SANS, weight: 700, capitals: false, squeeze: 1 };
const QUIET: Face = { family: SERIF, weight: 700, capitals: false, squeeze: 0.94 };
const CREDIT: Face = { family: SANS, weight: 500, capitals: false, squeeze: 0.9 };

const LOUD_GENRES: readonly number[] = [
  GENRE.action,
  GENRE.horror,
  GENRE.scienceFiction,
  GENRE.thriller,
  GENRE.western,
];

const LEADING = 1.04;
const CREDIT_SIZE = 25;
const LARGEST = 92;
const TALLEST = 250;
// From a line's foot to the top of its capitals, as a part of the font size.
const CAPITALS = 0.76;

/** Returns the face that suits a film. */
function faceOf({ genreIds }: StandInFilm, random: Random): Face {
  const loud = genreIds.some((id) => LOUD_GENRES.includes(id));
  return random.pick(loud ? [LOUD, LOUD, CLEAR] : [QUIET, QUIET, CLEAR, LOUD]);
}

export interface Block {
  readonly left: number;
  readonly width: number;
  readonly foot: number;
  readonly ink: string;
  readonly creditInk: string;
}

/** Returns the title with director and year below it, standing on `foot`, and where its letters begin (`top`). */
export function titleBlock(
  film: StandInFilm,
  random: Random,
  block: Block,
): { top: number; drawing: string } {
  const face = faceOf(film, random);
  const [x, anchor] = random.next() < 0.5 ? [block.left + block.width / 2, "middle"] : [block.left, "start"];

  // `textLength` holds a line to the width it was measured with, whatever the font.
  const line = (
    text: string,
    { family, weight }: Face,
    y: number,
    size: number,
    width: number,
    fill: string,
  ) =>
    element(
      "text",
      {
        x,
        y,
        "font-family": family,
        "font-weight": weight,
        "font-size": size,
        "text-anchor": anchor,
        textLength: width,
        lengthAdjust: "spacingAndGlyphs",
        fill,
      },
      escapeXml(text),
    );

  const credit = [film.director, yearOf(film)].filter(Boolean).join(" · ");
  const creditWidth = Math.min(widthOf(credit, CREDIT) * CREDIT_SIZE, block.width);
  const credits = credit && line(credit, CREDIT, block.foot, CREDIT_SIZE, creditWidth, block.creditInk);

  const { size, lines } = letterTitle(film.title, face, {
    width: block.width,
    height: TALLEST,
    largest: LARGEST,
    leading: LEADING,
  });
  const lastLine = block.foot - (credit ? CREDIT_SIZE * 1.95 : 0);
  const firstLine = lastLine - (lines.length - 1) * size * LEADING;
  const title = lines.map(({ text, width }, index) =>
    line(text, face, firstLine + index * size * LEADING, size, width, block.ink),
  );
  return { top: firstLine - size * CAPITALS, drawing: title.join("") + credits };
}
