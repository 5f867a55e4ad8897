import type { Random } from "../random";

/** Six colours that go together, and the sky they stand in. */
export interface Palette {
  readonly sky: readonly [top: string, bottom: string];
  /** Sun, moon, windows; also the letters on `deep` and the paper of a framed poster. */
  readonly light: string;
  readonly accent: string;
  /** Shapes, from the horizon to the front. */
  readonly far: string;
  readonly near: string;
  /** The ground that the letters stand on; dark in every palette. */
  readonly deep: string;
}

const palette = (colors: string): Palette => {
  const [top = "", bottom = "", light = "", accent = "", far = "", near = "", deep = ""] = colors.split(" ");
  return { sky: [top, bottom], light, accent, far, near, deep };
};

export const PALETTES = {
  dusk: palette("#33265c #f58b63 #ffe3ad #f2545b #7a3f78 #4b2a63 #1f1538"),
  desert: palette("#f7cf77 #e8743b #fff1cf #b83a1b #c5562d #8a3220 #35110f"),
  ocean: palette("#0b3954 #3fa7a3 #f4f1de #ff6b4a #17687d #0d4a5f #06222f"),
  noir: palette("#20242c #76818f #ece8df #d1132f #4a5461 #2e343e #111419"),
  woods: palette("#dbe6c8 #8bb69c #fbf6d9 #e39a2d #5d907a #2f6657 #0e2f2b"),
  blood: palette("#14090d #961523 #f6dcc2 #ff4433 #5e0f1b #370a12 #130407"),
  space: palette("#070b26 #4a349b #f0e9ff #ff9f45 #3a3590 #211f60 #070920"),
  amber: palette("#0f4c5c #f2a65a #fff0d0 #e36414 #5f6f65 #1f5560 #08262e"),
  blush: palette("#fbd3cf #ee7a8b #fff3ea #a6173f #d65473 #9c2a55 #430d2d"),
  candy: palette("#ffdd55 #ff9f1c #fff8e1 #ee3e63 #2ec4b6 #127785 #162447"),
  mint: palette("#cdf2de #6fcfb4 #fdfbea #ff7a4d #33a397 #1d7076 #0e3541"),
  sepia: palette("#ecdcb9 #c9985b #fff4dc #8a2f1c #a8703e #6e4425 #2b170e"),
  neon: palette("#2b0a8f #f72585 #ffe9f3 #4cc9f0 #7d16c0 #480ca8 #180544"),
  ice: palette("#e3edf4 #94b6d1 #ffffff #d7263d #6b93b5 #3d668c #122c49"),
  moss: palette("#f0e6c0 #b7b26b #fffbe6 #c8553d #86914e #55652f #222b12"),
  steel: palette("#d8dde3 #7f93a8 #f8f6ef #f2a104 #5c7087 #37485c #131d2a"),
} as const;

export type PaletteName = keyof typeof PALETTES;

/** Returns one of all palettes. */
export function anyPalette(random: Random): Palette {
  return random.pick(Object.values(PALETTES) as [Palette, ...Palette[]]);
}
