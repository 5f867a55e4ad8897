/** A way to set a title. `squeeze` narrows the letters: 1 leaves them as the font has them. */
export interface Face {
  readonly family: string;
  readonly weight: number;
  readonly capitals: boolean;
  readonly squeeze: number;
}

interface Line {
  readonly text: string;
  /** Width to set the line to, in the unit of the picture. */
  readonly width: number;
}

export interface Lettering {
  readonly size: number;
  readonly lines: readonly Line[];
}

// Widths in hundredths of the font size, between those of a bold sans and a bold serif. A poster sets every line to the
// width estimated here, so a machine with other fonts shows letters a little wider or narrower, and never cuts one off.
const WIDTHS: readonly (readonly [letters: RegExp, width: number])[] = [
  [/[\s.,:;'!|ijlI’·]/, 30],
  [/[()[\]\-/ftrJ"1]/, 40],
  [/[mwMW@%&…½]/, 88],
  [/[A-Z0-9¢$?]/, 68],
];
const OTHER_WIDTH = 58;

/** Returns how wide a text is when set at size 1. */
export function widthOf(text: string, { capitals, squeeze }: Pick<Face, "capitals" | "squeeze">): number {
  const set = capitals ? text.toUpperCase() : text;
  const letters = [...set.normalize("NFD").replace(/\p{M}/gu, "")];
  const sum = letters.reduce(
    (total, letter) => total + (WIDTHS.find(([like]) => like.test(letter))?.[1] ?? OTHER_WIDTH),
    0,
  );
  return (sum / 100) * squeeze;
}

/** Returns the words in exactly `count` lines, the widest as narrow as can be. */
function breakInto(
  words: readonly string[],
  count: number,
  width: (text: string) => number,
): readonly string[] {
  if (count <= 1 || words.length <= 1) return [words.join(" ")];
  const candidates = words.slice(0, words.length - count + 1).map((_, index) => {
    const first = words.slice(0, index + 1).join(" ");
    return [first, ...breakInto(words.slice(index + 1), count - 1, width)];
  });
  const widest = (lines: readonly string[]) => Math.max(...lines.map(width));
  return candidates.reduce((best, lines) => (widest(lines) < widest(best) ? lines : best));
}

/** Returns the title in as many lines as let it be largest within `width` by `height`, never above `largest`. */
export function letterTitle(
  title: string,
  face: Face,
  { width, height, largest, leading }: { width: number; height: number; largest: number; leading: number },
): Lettering {
  const measure = (text: string) => widthOf(text, face);
  const words = title.split(" ");
  const settings = [1, 2, 3, 4, 5]
    .filter((count) => count <= words.length)
    .map((count) => {
      const lines = breakInto(words, count, measure);
      const size = Math.min(largest, width / Math.max(...lines.map(measure)), height / (count * leading));
      return { size, lines };
    });
  const best = settings.reduce((kept, next) => (next.size > kept.size + 0.5 ? next : kept));
  return {
    size: best.size,
    lines: best.lines.map((text) => ({
      text: face.capitals ? text.toUpperCase() : text,
      width: measure(text) * best.size,
    })),
  };
}
