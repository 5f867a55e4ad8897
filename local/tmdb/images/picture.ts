import type { Art } from "./choose-art";
import { box, element, escapeXml, fade } from "./svg";

interface Area {
  readonly width: number;
  readonly height: number;
}

/** Returns a film's art with its sky, and flat ground below the horizon, as an SVG fragment that needs {@link svgImage}. */
export function drawPicture(
  { palette, draw, random }: Art,
  { width, height, horizon }: Area & { horizon: number },
): string {
  return [
    box(0, 0, width, height, "url(#sky)"),
    draw({ width, height, horizon, palette, random }),
    // A scene may reach below its horizon; what stands there gets its ground back.
    box(0, horizon, width, height - horizon, palette.deep),
  ].join("");
}

/** Returns a whole SVG file of `area` units, shown `width` pixels wide; `title` is what a screen reader says of it. */
export function svgImage(
  title: string,
  { palette }: Pick<Art, "palette">,
  area: Area,
  width: number,
  content: string,
): string {
  const attributes = {
    xmlns: "http://www.w3.org/2000/svg",
    width,
    height: (width * area.height) / area.width,
    viewBox: `0 0 ${area.width} ${area.height}`,
    // A height of half a pixel must not leave a seam.
    preserveAspectRatio: "xMidYMid slice",
  };
  const named = element("title", {}, escapeXml(title));
  return element("svg", attributes, named + element("defs", {}, fade("sky", ...palette.sky)) + content);
}
