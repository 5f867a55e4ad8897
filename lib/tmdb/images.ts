/**
 * The sizes that TMDB offers per kind (GET /3/configuration), without "original" and those that no page shows: every
 * address stands twice in a page, for each of up to forty posters. A size is named by its width in pixels, the tallest
 * portrait by its height.
 */
const SIZES = {
  poster: ["w185", "w342", "w500", "w780"],
  backdrop: ["w300", "w780", "w1280"],
  profile: ["w185", "h632"],
  logo: ["w92"],
} as const;

export type ImageKind = keyof typeof SIZES;
type Size = (typeof SIZES)[ImageKind][number];

/** Pixels; TMDB's portraits are 2:3. */
const widthOf = (size: Size) => (size === "h632" ? 421 : Number(size.slice(1)));

export interface ImageSource {
  /** The middle size, for a browser that knows no srcset. */
  readonly src: string;
  readonly srcSet: string;
}

/**
 * The addresses of one TMDB image in all its sizes.
 *
 * @param baseUrl where images are, without a slash at the end
 * @param path as TMDB names the image, with a slash in front
 */
export function imageSource(baseUrl: string, kind: ImageKind, path: string): ImageSource {
  const sizes = SIZES[kind];
  const address = (size: Size) => `${baseUrl}/${size}${path}`;
  return {
    src: address(sizes[Math.floor(sizes.length / 2)] ?? sizes[0]),
    srcSet: sizes.map((size) => `${address(size)} ${widthOf(size)}w`).join(", "),
  };
}

/** The address of one TMDB image in the largest of its sizes, for who shows it elsewhere; see {@link imageSource}. */
export function largestImage(baseUrl: string, kind: ImageKind, path: string): string {
  return `${baseUrl}/${SIZES[kind].at(-1)}${path}`;
}
