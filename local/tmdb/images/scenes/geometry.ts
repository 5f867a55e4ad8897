import type { Draw } from "../scene";
import { box, circle, element, ring, shape, type Point } from "../svg";

/** Arcs that rise out of the ground, one in another. */
export const arcs: Draw = ({ width, horizon, palette, random }) => {
  const x = width * random.pick([0.2, 0.5, 0.8]);
  const reach = Math.max(x, width - x, horizon * 0.8) * 0.98;
  const colors = [
    palette.near,
    palette.far,
    palette.light,
    palette.accent,
    palette.near,
    palette.light,
    palette.deep,
  ];
  return [
    ...colors.map((fill, index) => circle(x, horizon, reach * (1 - index / (colors.length + 0.4)), fill)),
    box(0, horizon, width, 2, palette.deep),
  ].join("");
};

/** Bands that cut the picture from corner to corner. */
export const bands: Draw = ({ width, horizon, palette, random }) => {
  const slant = width * random.between(0.45, 0.8) * random.pick([-1, 1]);
  const colors = [
    palette.far,
    palette.accent,
    palette.light,
    palette.near,
    palette.accent,
    palette.deep,
  ] as const;
  const start = width * random.between(0.02, 0.16) - Math.max(0, slant) * 0.35 + Math.max(0, -slant) * 0.65;
  const wide = width * random.between(0.12, 0.16);
  const edge = (at: number): readonly [Point, Point] => [
    [at + slant, -1],
    [at, horizon + 1],
  ];
  const strips = colors.map((fill, index) => {
    const [topLeft, footLeft] = edge(start + wide * index);
    const [topRight, footRight] = edge(start + wide * (index + random.between(0.55, 1)));
    return shape([topLeft, topRight, footRight, footLeft], fill);
  });
  const disc = circle(
    width * random.between(0.3, 0.7),
    horizon * 0.42,
    width * random.between(0.15, 0.21),
    palette.light,
  );
  return strips.slice(0, 3).join("") + disc + strips.slice(3).join("");
};

/** Rays from behind a disc. */
export const rays: Draw = ({ width, horizon, palette, random }) => {
  const x = width * random.between(0.35, 0.65);
  const y = horizon * random.between(0.5, 0.66);
  const count = random.pick([12, 14, 18]);
  const reach = Math.hypot(width, horizon);
  const r = Math.min(width, horizon) * random.between(0.2, 0.25);
  const beam = (index: number) => {
    const at = (part: number): Point => {
      const angle = ((index + part) / count) * 2 * Math.PI;
      return [x + Math.cos(angle) * reach, y + Math.sin(angle) * reach];
    };
    return shape([[x, y], at(0), at(0.5)], palette.light, { opacity: 0.34 });
  };
  return [
    ...Array.from({ length: count }, (_, index) => beam(index)),
    ring(x, y, r * 1.28, palette.light, r * 0.06),
    circle(x, y, r, palette.accent),
    circle(x, y, r * 0.55, palette.deep),
    shape(
      [
        [0, horizon * 0.9],
        [width, horizon * 0.8],
        [width, horizon + 1],
        [0, horizon + 1],
      ],
      palette.near,
    ),
    shape(
      [
        [0, horizon * 0.92],
        [width, horizon * 0.98],
        [width, horizon + 1],
        [0, horizon + 1],
      ],
      palette.deep,
    ),
  ].join("");
};

/** A floor of quarter circles, half circles and dots. */
export const tiles: Draw = ({ width, horizon, palette, random }) => {
  const columns = width > horizon * 1.4 ? 8 : 4;
  const side = width / columns;
  const rows = Math.ceil(horizon / side);
  const colors = [palette.far, palette.accent, palette.light, palette.near, palette.deep] as const;
  const tile = (x: number, y: number) => {
    const ground = random.pick(colors);
    const paint = random.pick(
      ground === palette.light
        ? [palette.accent, palette.near]
        : [palette.light, palette.accent === ground ? palette.deep : palette.accent],
    );
    const turn = random.whole(0, 3) * 90;
    const inner = random.pick([
      element("path", { d: "M0 0H100A100 100 0 0 1 0 100Z", fill: paint }),
      element("path", { d: "M0 0A50 50 0 0 0 100 0Z M0 50A50 50 0 0 0 100 50Z", fill: paint }),
      element("circle", { cx: 50, cy: 50, r: 34, fill: paint }),
      element("path", { d: "M0 0L100 100H0Z", fill: paint }),
    ]);
    const place = `translate(${x} ${y}) scale(${side / 100}) rotate(${turn} 50 50)`;
    return box(x, y, side + 0.5, side + 0.5, ground) + element("g", { transform: place }, inner);
  };
  const all = Array.from({ length: rows * columns }, (_, index) =>
    tile((index % columns) * side, horizon - (Math.floor(index / columns) + 1) * side),
  );
  return all.join("");
};
