import type { Draw } from "../scene";
import { box, circle, ring, shape, element, type Point } from "../svg";
import { figure } from "./landscape";

/** Rings that turn into one another. */
export const vertigo: Draw = ({ width, horizon, palette, random }) => {
  const x = width * random.between(0.42, 0.58);
  const y = horizon * random.between(0.46, 0.54);
  const step = Math.max(width, horizon) * 0.052;
  const rings = Array.from({ length: 14 }, (_, index) => {
    const drift = index * step * 0.16;
    const color = index % 3 === 2 ? palette.accent : index % 3 === 1 ? palette.deep : palette.light;
    return ring(
      x + drift * random.between(0.4, 1),
      y - drift * 0.5,
      step * (index + 0.8),
      color,
      step * 0.52,
    );
  });
  return [
    ...rings.reverse(),
    circle(x, y, step * 0.5, palette.accent),
    figure(x, horizon * 0.99, horizon * 0.2, palette.deep),
    shape(
      [
        [0, horizon * 0.97],
        [width, horizon * 0.97],
        [width, horizon + 1],
        [0, horizon + 1],
      ],
      palette.deep,
    ),
  ].join("");
};

/** Doors behind doors, somebody in the last. */
export const doorway: Draw = ({ width, horizon, palette, random }) => {
  const x = width * random.between(0.42, 0.58);
  const colors = [palette.far, palette.near, palette.deep, palette.accent, palette.light] as const;
  const doors = colors.map((fill, index) => {
    const half = width * 0.5 * (0.86 - index * 0.165);
    const top = horizon * (0.06 + index * 0.105);
    return box(x - half, top, half * 2, horizon - top + 1, fill);
  });
  const glow: Point[] = [
    [x - width * 0.1, horizon * 0.93],
    [x + width * 0.1, horizon * 0.93],
    [x + width * 0.42, horizon + 1],
    [x - width * 0.42, horizon + 1],
  ];
  return [
    ...doors,
    box(0, horizon * 0.93, width, horizon * 0.07 + 1, palette.deep),
    shape(glow, palette.light, { opacity: 0.5 }),
    figure(x, horizon * 0.96, horizon * 0.3, palette.deep),
  ].join("");
};

/** Light through a blind, across a round face. */
export const blinds: Draw = ({ width, horizon, palette, random }) => {
  const slats = 11;
  const tall = horizon / slats;
  const lean = horizon * random.between(0.06, 0.13) * random.pick([-1, 1]);
  const x = width * random.between(0.4, 0.6);
  const r = Math.min(width, horizon) * random.between(0.29, 0.34);
  const stripes = Array.from({ length: slats + 4 }, (_, index) => {
    const y = (index - 2) * tall;
    return shape(
      [
        [0, y],
        [width, y + lean],
        [width, y + lean + tall * 0.44],
        [0, y + tall * 0.44],
      ],
      palette.deep,
      { opacity: 0.88 },
    );
  });
  return [
    circle(x, horizon * 0.46, r, palette.accent),
    element("path", {
      d: `M${x - r} ${horizon * 0.46}a${r} ${r} 0 0 1 ${r} ${-r}v${2 * r}a${r} ${r} 0 0 1 ${-r} ${-r}Z`,
      fill: palette.light,
    }),
    ...stripes,
    box(0, horizon, width, tall * 4, palette.deep),
  ].join("");
};
