export type Point = readonly [x: number, y: number];
type Attributes = Readonly<Record<string, string | number>>;

/** Returns text as it may stand in an SVG, in an element or in an attribute. */
export function escapeXml(text: string): string {
  const named: Readonly<Record<string, string>> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
  };
  return text.replace(/[&<>"']/g, (letter) => named[letter] ?? letter);
}

// A tenth of a unit is far below a pixel, and keeps a poster at a few kilobytes.
const short = (value: string | number) => (typeof value === "number" ? Math.round(value * 10) / 10 : value);

/** Returns one element; attributes are written as they are given, numbers to a tenth. */
export function element(name: string, attributes: Attributes, content = ""): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${short(value)}"`);
  return `<${name}${written.join("")}${content === "" ? "/>" : `>${content}</${name}>`}`;
}

export const circle = (cx: number, cy: number, r: number, fill: string, more: Attributes = {}) =>
  element("circle", { cx, cy, r, fill, ...more });

export const ring = (
  cx: number,
  cy: number,
  r: number,
  stroke: string,
  width: number,
  more: Attributes = {},
) => element("circle", { cx, cy, r, fill: "none", stroke, "stroke-width": width, ...more });

export const box = (
  x: number,
  y: number,
  width: number,
  height: number,
  fill: string,
  more: Attributes = {},
) => element("rect", { x, y, width, height, fill, ...more });

export const shape = (points: readonly Point[], fill: string, more: Attributes = {}) =>
  element("polygon", { points: points.map(([x, y]) => `${short(x)},${short(y)}`).join(" "), fill, ...more });

/** Returns a soft line through the points, filled down to `bottom`. */
export function curve(points: readonly Point[], bottom: number, fill: string, more: Attributes = {}): string {
  const [first, ...rest] = points;
  const last = rest.at(-1);
  if (!first || !last) return "";
  let from = first;
  const bends = rest.map((to) => {
    const middle = (from[0] + to[0]) / 2;
    const bend = [middle, from[1], middle, to[1], ...to].map(short).join(" ");
    from = to;
    return `C${bend}`;
  });
  const d = `M${short(first[0])} ${short(first[1])}${bends.join("")}V${short(bottom)}H${short(first[0])}Z`;
  return element("path", { d, fill, ...more });
}

/** Returns a gradient from top to bottom to be referred to as `url(#id)`. */
export function fade(id: string, top: string, bottom: string): string {
  const stop = (offset: number, color: string) => element("stop", { offset, "stop-color": color });
  return element("linearGradient", { id, x1: 0, y1: 0, x2: 0, y2: 1 }, stop(0, top) + stop(1, bottom));
}
