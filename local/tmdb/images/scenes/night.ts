import type { Draw, Scene } from "../scene";
import { box, circle, element, shape, type Point } from "../svg";
import { figure } from "./landscape";

function stars({ width, horizon, palette, random }: Scene, count: number): string {
  return Array.from({ length: count }, () =>
    circle(random.next() * width, random.next() * horizon * 0.95, random.between(0.8, 2.6), palette.light, {
      opacity: random.between(0.35, 1),
    }),
  ).join("");
}

/** A ringed planet above somebody on a bare moon. */
export const planet: Draw = (scene) => {
  const { width, horizon, palette, random } = scene;
  const x = width * random.between(0.4, 0.64);
  const y = horizon * random.between(0.36, 0.44);
  const r = Math.min(width, horizon) * random.between(0.23, 0.29);
  const tilt = random.between(-26, -12);
  const belt = (from: 0 | 1) =>
    element("path", {
      d: `M${-r * 1.7} 0A${r * 1.7} ${r * 0.42} 0 0 ${from} ${r * 1.7} 0`,
      transform: `translate(${x} ${y}) rotate(${tilt})`,
      fill: "none",
      stroke: palette.light,
      "stroke-width": r * 0.1,
      opacity: 0.9,
    });
  const ground = horizon * 0.93;
  return [
    stars(scene, 60),
    belt(1),
    circle(x, y, r, palette.accent),
    element("path", {
      d: `M${x} ${y - r}A${r} ${r} 0 0 1 ${x} ${y + r}A${r * 1.5} ${r * 1.5} 0 0 0 ${x} ${y - r}Z`,
      fill: palette.deep,
      opacity: 0.3,
    }),
    belt(0),
    element("ellipse", {
      cx: width / 2,
      cy: ground + horizon * 0.5,
      rx: width * 0.95,
      ry: horizon * 0.5,
      fill: palette.deep,
    }),
    figure(width * random.between(0.28, 0.72), ground + horizon * 0.02, horizon * 0.085, palette.deep),
  ].join("");
};

/** A city against the moon, with some windows lit. */
export const skyline: Draw = (scene) => {
  const { width, horizon, palette, random } = scene;
  const row = (low: number, high: number, fill: string, lit: boolean) => {
    const towers: string[] = [];
    for (let x = -10; x < width;) {
      const wide = width * random.between(0.09, 0.16);
      const top = horizon * random.between(low, high);
      towers.push(box(x, top, wide + 1, horizon - top + 1, fill));
      if (random.next() < 0.3)
        towers.push(box(x + wide * 0.46, top - horizon * 0.06, wide * 0.08, horizon * 0.07, fill));
      const pane = width * 0.017;
      for (let column = x + pane; lit && column < x + wide - pane; column += pane * 1.9) {
        for (let y = top + pane * 1.4; y < horizon - pane; y += pane * 2.2) {
          if (random.next() < 0.22)
            towers.push(box(column, y, pane, pane * 1.25, palette.light, { opacity: 0.9 }));
        }
      }
      x += wide;
    }
    return towers.join("");
  };
  return [
    circle(width * random.between(0.28, 0.72), horizon * 0.3, Math.min(width, horizon) * 0.2, palette.light),
    row(0.36, 0.6, palette.far, false),
    row(0.52, 0.72, palette.near, false),
    row(0.66, 0.86, palette.deep, true),
  ].join("");
};

/** Firs in layers of mist, a low moon behind. */
export const forest: Draw = ({ width, horizon, palette, random }) => {
  const fir = (x: number, foot: number, tall: number, fill: string) => {
    const tier = (top: number, bottom: number, half: number): string =>
      shape(
        [
          [x, foot - tall * top],
          [x + tall * half, foot - tall * bottom],
          [x - tall * half, foot - tall * bottom],
        ],
        fill,
      );
    return tier(1, 0.55, 0.13) + tier(0.8, 0.3, 0.19) + tier(0.55, 0, 0.25);
  };
  const row = (foot: number, tall: number, gap: number, fill: string) => {
    const trees: string[] = [box(0, foot - tall * 0.12, width, horizon - foot + tall * 0.12 + 1, fill)];
    for (let x = -gap * random.next(); x < width + gap; x += gap * random.between(0.7, 1.2)) {
      trees.push(fir(x, foot, tall * random.between(0.75, 1.2), fill));
    }
    return trees.join("");
  };
  const moon: Point = [width * random.between(0.34, 0.66), horizon * 0.34];
  return [
    circle(...moon, Math.min(width, horizon) * 0.24, palette.light, { opacity: 0.25 }),
    circle(...moon, Math.min(width, horizon) * 0.18, palette.light),
    row(horizon * 0.76, horizon * 0.28, width * 0.085, palette.far),
    row(horizon * 0.88, horizon * 0.34, width * 0.13, palette.near),
    row(horizon, horizon * 0.38, width * 0.22, palette.deep),
  ].join("");
};
