import { randomFrom } from "../random";
import { anyPalette } from "./palettes";
import { svgImage } from "./picture";
import { box, shape } from "./svg";

const AREA = { width: 100, height: 100 };

/** Returns the logo of a provider as SVG, a square `width` pixels wide. */
export function drawLogo(id: number, width: number): string {
  const palette = anyPalette(randomFrom(`logo ${id}`));
  const triangle = [
    [36, 26],
    [76, 50],
    [36, 74],
  ] as const;
  const picture = box(0, 0, AREA.width, AREA.height, palette.deep) + shape(triangle, palette.light);
  return svgImage("Logo", { palette }, AREA, width, picture);
}
