import type { Draw } from "../scene";
import { box, circle, curve, element, shape, type Point } from "../svg";

/** A sun cut into slices by the sea. */
export const sunset: Draw = ({ width, horizon, palette, random }) => {
  const r = Math.min(width, horizon) * random.between(0.33, 0.38);
  const x = width * random.between(0.42, 0.58);
  const y = horizon * 0.5;
  const cuts = Array.from({ length: 6 }, (_, index) => {
    const top = y + r * (0.02 + index * 0.17);
    return element("rect", { x: 0, y: top, width, height: r * (0.03 + index * 0.017), fill: "black" });
  });
  const mask = element(
    "mask",
    { id: "cut" },
    element("rect", { width, height: horizon, fill: "white" }) + cuts.join(""),
  );
  const palm = (foot: number, tall: number, lean: number) => {
    const top: Point = [foot + lean, horizon - tall];
    const leaves = [-165, -125, -55, -15, 20, 160].map((angle) =>
      element("path", {
        d: `M0 0Q${tall * 0.2} ${-tall * 0.1} ${tall * 0.38} ${tall * 0.06}Q${tall * 0.18} ${-tall * 0.02} 0 0Z`,
        transform: `translate(${top.join(" ")}) rotate(${angle})`,
        fill: palette.deep,
      }),
    );
    const trunk: Point[] = [
      [foot - tall * 0.022, horizon + 1],
      [top[0] - tall * 0.01, top[1]],
      [top[0] + tall * 0.012, top[1]],
      [foot + tall * 0.028, horizon + 1],
    ];
    return shape(trunk, palette.deep) + leaves.join("");
  };
  const side = random.pick([0.15, 0.85]);
  return [
    mask,
    circle(x, y, r, palette.light, { mask: "url(#cut)" }),
    palm(width * side, horizon * 0.62, width * (0.5 - side) * 0.16),
    palm(width * (side + (side < 0.5 ? 0.12 : -0.12)), horizon * 0.42, width * (0.5 - side) * 0.22),
    box(0, horizon * 0.97, width, horizon * 0.03 + 1, palette.deep),
  ].join("");
};

/** Waves under a moon. */
export const waves: Draw = ({ width, horizon, palette, random }) => {
  const swell = (y: number, rise: number, fill: string) => {
    const shift = random.next() * 0.25;
    const points = Array.from({ length: 10 }, (_, step): Point => [
      (step / 7 - shift) * width,
      y + (step % 2 === 0 ? rise : -rise),
    ]);
    return curve(points, horizon + 1, fill);
  };
  const r = Math.min(width, horizon) * random.between(0.2, 0.26);
  return [
    circle(width * random.between(0.3, 0.7), horizon * 0.38, r, palette.light),
    swell(horizon * 0.56, horizon * 0.03, palette.far),
    swell(horizon * 0.67, horizon * 0.034, palette.accent),
    swell(horizon * 0.77, horizon * 0.036, palette.near),
    swell(horizon * 0.88, horizon * 0.038, palette.light),
    swell(horizon * 0.93, horizon * 0.038, palette.deep),
  ].join("");
};

/** Two discs that meet. */
export const meeting: Draw = ({ width, horizon, palette, random }) => {
  const r = Math.min(width, horizon) * random.between(0.29, 0.33);
  const y = horizon * 0.47;
  const apart = r * random.between(0.5, 0.62);
  const tilt = r * random.between(-0.25, 0.25);
  const middle = width / 2;
  return [
    circle(middle - apart, y - tilt, r, palette.light),
    circle(middle + apart, y + tilt, r, palette.accent),
    element("clipPath", { id: "left" }, element("circle", { cx: middle - apart, cy: y - tilt, r })),
    circle(middle + apart, y + tilt, r, palette.near, { "clip-path": "url(#left)" }),
    box(0, horizon * 0.94, width, horizon * 0.06 + 1, palette.deep),
  ].join("");
};

/** The levels of a piece of music. */
export const levels: Draw = ({ width, horizon, palette, random }) => {
  const columns = width > horizon * 1.4 ? 22 : 11;
  const wide = width / (columns + 1);
  const bars = Array.from({ length: columns }, (_, index) => {
    const middle = 1 - Math.abs(index - (columns - 1) / 2) / columns;
    const tall = horizon * (0.14 + 0.68 * middle * random.between(0.35, 1));
    const x = wide * (index + 0.5) + wide * 0.17;
    const cap = tall * random.between(0.25, 0.5);
    return [
      box(x, horizon - tall, wide * 0.66, tall, palette.light, { rx: wide * 0.33 }),
      box(x, horizon - cap, wide * 0.66, cap + wide, palette.accent, { rx: wide * 0.33 }),
    ].join("");
  });
  return bars.join("") + box(0, horizon - 1, width, wide * 2, palette.deep);
};
