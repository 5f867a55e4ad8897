import type { StandInFilm } from "../catalogue/film";
import { GENRE } from "../genres";
import { randomFrom, type Random } from "../random";
import { PALETTES, type Palette, type PaletteName } from "./palettes";
import type { Draw } from "./scene";
import { arcs, bands, rays, tiles } from "./scenes/geometry";
import { hills, mountains, road } from "./scenes/landscape";
import { forest, planet, skyline } from "./scenes/night";
import { blinds, doorway, vertigo } from "./scenes/suspense";
import { levels, meeting, sunset, waves } from "./scenes/warm";

interface Mood {
  readonly palettes: readonly [PaletteName, ...PaletteName[]];
  readonly draws: readonly [Draw, ...Draw[]];
}

const ANY: Mood = {
  palettes: ["dusk", "ocean", "amber", "sepia", "ice", "mint", "steel", "moss"],
  draws: [hills, arcs, waves, mountains, road, skyline, tiles, sunset, bands],
};

// The most telling genre first: a film of several is drawn in the mood of the first one found here.
const MOODS: readonly (readonly [genreId: number, mood: Mood])[] = [
  [GENRE.western, { palettes: ["desert", "sepia", "dusk"], draws: [hills, road, mountains, rays] }],
  [GENRE.horror, { palettes: ["blood", "noir", "moss", "woods"], draws: [forest, doorway, vertigo, blinds] }],
  [
    GENRE.scienceFiction,
    {
      palettes: ["space", "neon", "ocean", "ice", "amber"],
      draws: [planet, planet, rays, arcs, doorway, skyline],
    },
  ],
  [GENRE.music, { palettes: ["neon", "candy", "dusk"], draws: [levels, sunset, arcs] }],
  [GENRE.romance, { palettes: ["blush", "dusk", "mint"], draws: [meeting, waves, sunset, arcs] }],
  [
    GENRE.fantasy,
    { palettes: ["neon", "dusk", "ocean", "moss"], draws: [mountains, planet, forest, waves, hills] },
  ],
  [
    GENRE.thriller,
    { palettes: ["noir", "blood", "amber", "steel"], draws: [blinds, vertigo, doorway, skyline, road] },
  ],
  [GENRE.family, { palettes: ["candy", "mint", "dusk"], draws: [tiles, hills, waves, sunset] }],
  [
    GENRE.action,
    {
      palettes: ["amber", "steel", "desert", "blood", "space"],
      draws: [bands, rays, skyline, road, doorway],
    },
  ],
  [
    GENRE.adventure,
    { palettes: ["woods", "ocean", "desert", "moss", "ice"], draws: [mountains, forest, hills, waves, road] },
  ],
  [GENRE.documentary, { palettes: ["steel", "mint", "sepia"], draws: [arcs, tiles, mountains, bands] }],
  [
    GENRE.comedy,
    {
      palettes: ["candy", "mint", "blush", "ice", "moss"],
      draws: [tiles, arcs, bands, sunset, meeting, waves],
    },
  ],
  [GENRE.history, { palettes: ["sepia", "woods", "desert", "ice"], draws: [hills, mountains, arcs, forest] }],
  [
    GENRE.drama,
    {
      palettes: ["dusk", "ocean", "sepia", "ice", "amber", "noir", "moss"],
      draws: [hills, road, waves, arcs, meeting, doorway, skyline],
    },
  ],
];

/** What a film's poster and backdrop have in common. */
export interface Art {
  readonly palette: Palette;
  readonly draw: Draw;
  readonly random: Random;
}

/** Returns the art of a film: the same on every call, so that poster and backdrop match. */
export function chooseArt({ id, title, genreIds }: StandInFilm): Art {
  const random = randomFrom(`${id} ${title}`);
  const [, mood] = MOODS.find(([genreId]) => genreIds.includes(genreId)) ?? [0, ANY];
  return { palette: PALETTES[random.pick(mood.palettes)], draw: random.pick(mood.draws), random };
}
