import type { Random } from "../random";
import type { Palette } from "./palettes";

/** What one drawing is made of. Lengths are in units of the picture, y grows downwards. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  /** Where the ground must have closed: what lies below is flat `palette.deep`, for letters to stand on. */
  readonly horizon: number;
  readonly palette: Palette;
  readonly random: Random;
}

/** Draws on top of the sky, which is there already; returns an SVG fragment. */
export type Draw = (scene: Scene) => string;
