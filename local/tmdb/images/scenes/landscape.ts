import type { Draw, Scene } from "../scene";
import { box, circle, curve, shape, type Point } from "../svg";

/** Points of a ridge from edge to edge, `rise` above and below `y`. */
function ridge({ width, random }: Scene, y: number, rise: number, steps: number): Point[] {
  return Array.from({ length: steps + 1 }, (_, step) => [
    (step / steps) * width,
    y + random.between(-rise, rise),
  ]);
}

/** Someone in a long coat, seen from behind: what makes a landscape a film. */
export function figure(x: number, feet: number, size: number, fill: string): string {
  const at = (across: number, up: number): Point => [x + size * across, feet - size * up];
  const coat = [at(-0.05, 0.83), at(0.05, 0.83), at(0.13, 0.76), at(0.17, 0.42), at(0.15, 0.2)];
  const legs = [
    at(0.09, 0.2),
    at(0.07, 0),
    at(0.015, 0),
    at(0, 0.18),
    at(-0.015, 0),
    at(-0.07, 0),
    at(-0.09, 0.2),
  ];
  const back = [at(-0.15, 0.2), at(-0.17, 0.42), at(-0.13, 0.76)];
  return circle(...at(0, 0.91), size * 0.085, fill) + shape([...coat, ...legs, ...back], fill);
}

/** A big sun over rolling hills. */
export const hills: Draw = (scene) => {
  const { width, horizon, palette, random } = scene;
  const sun = Math.min(width, horizon) * random.between(0.19, 0.27);
  const x = width * random.between(0.3, 0.7);
  const y = horizon * random.between(0.36, 0.48);
  const walker = width * random.between(0.22, 0.78);
  const front = ridge(scene, horizon * 0.97, horizon * 0.015, 3);
  return [
    circle(x, y, sun * 1.45, palette.light, { opacity: 0.22 }),
    circle(x, y, sun, palette.light),
    curve(ridge(scene, horizon * 0.66, horizon * 0.07, 4), horizon, palette.far),
    curve(ridge(scene, horizon * 0.8, horizon * 0.06, 3), horizon, palette.near),
    figure(walker, horizon * 0.985, horizon * 0.11, palette.deep),
    curve(front, horizon + 1, palette.deep),
  ].join("");
};

/** Peaks with snow on their sunny side. */
export const mountains: Draw = ({ width, horizon, palette, random }) => {
  const peak = (x: number, top: number, half: number, fill: string, snow: string) => {
    const foot = horizon + 1;
    const cap = (foot - top) * 0.3;
    const reach = half * 0.3;
    return [
      shape(
        [
          [x, top],
          [x + half, foot],
          [x - half, foot],
        ],
        fill,
      ),
      shape(
        [
          [x, top],
          [x + reach, top + cap],
          [x + reach * 0.25, top + cap * 0.72],
          [x - reach * 0.2, top + cap * 1.15],
          [x - reach, top + cap],
        ],
        snow,
      ),
    ].join("");
  };
  const left = width * random.between(0.22, 0.36);
  return [
    circle(width * random.between(0.62, 0.8), horizon * 0.26, horizon * 0.11, palette.accent),
    peak(width * 0.78, horizon * 0.4, width * 0.42, palette.far, palette.light),
    peak(left, horizon * random.between(0.24, 0.32), width * 0.5, palette.near, palette.light),
    shape(
      [
        [0, horizon * 0.88],
        [width * 0.5, horizon * 0.95],
        [width, horizon * 0.86],
        [width, horizon + 1],
        [0, horizon + 1],
      ],
      palette.deep,
    ),
  ].join("");
};

/** A road that runs to the sun. */
export const road: Draw = ({ width, horizon, palette, random }) => {
  const edge = horizon * 0.56;
  const x = width * random.between(0.38, 0.62);
  const sun = Math.min(width, horizon) * 0.23;
  const foot = horizon + 1;
  const lane = (from: number, to: number) => {
    const half = (y: number) => ((y - edge) / (foot - edge)) * width * 0.022;
    return shape(
      [
        [x - half(from), from],
        [x + half(from), from],
        [x + half(to), to],
        [x - half(to), to],
      ],
      palette.light,
    );
  };
  const dashes = [0.1, 0.2, 0.34, 0.52, 0.74].map((start) =>
    lane(edge + (foot - edge) * start, edge + (foot - edge) * (start + 0.05 + start * 0.14)),
  );
  return [
    circle(x, edge - sun * 0.3, sun, palette.light),
    box(0, edge, width, foot - edge, palette.near),
    shape(
      [
        [0, edge],
        [width, edge],
        [width, edge + horizon * 0.05],
        [0, edge + horizon * 0.1],
      ],
      palette.far,
    ),
    shape(
      [
        [x - 3, edge],
        [x + 3, edge],
        [width * 0.94, foot],
        [width * 0.06, foot],
      ],
      palette.deep,
    ),
    ...dashes,
  ].join("");
};
