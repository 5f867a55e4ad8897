import { randomFrom } from "../random";
import { anyPalette } from "./palettes";
import { svgImage } from "./picture";
import { box, circle, element } from "./svg";

const AREA = { width: 200, height: 300 };

/** Returns the portrait of a person as SVG, 2:3, `width` pixels wide: nobody's face, in colours of their own. */
export function drawPortrait(id: number, width: number): string {
  const palette = anyPalette(randomFrom(`portrait ${id}`));
  const picture = [
    box(0, 0, AREA.width, AREA.height, "url(#sky)"),
    element("path", { d: "M20 300C20 215 60 195 100 195S180 215 180 300Z", fill: palette.deep }),
    circle(100, 130, 52, palette.near),
  ];
  return svgImage("Portrait", { palette }, AREA, width, picture.join(""));
}
