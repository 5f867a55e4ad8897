/** The widths in pixels that TMDB offers per kind (GET /3/configuration), "original" left out. */
const WIDTHS = {
  poster: [92, 154, 185, 342, 500, 780],
  backdrop: [300, 780, 1280],
  profile: [45, 185],
} as const;

export type ImageKind = keyof typeof WIDTHS;

export interface ImageSource {
  /** The middle size, for a browser that knows no srcset. */
  readonly src: string;
  readonly srcSet: string;
}

/**
 * The addresses of one TMDB image in all its widths.
 *
 * @param baseUrl where images are, without a slash at the end
 * @param path as TMDB names the image, with a slash in front
 */
export function imageSource(baseUrl: string, kind: ImageKind, path: string): ImageSource {
  const widths = WIDTHS[kind];
  const address = (width: number) => `${baseUrl}/w${width}${path}`;
  return {
    src: address(widths[Math.floor(widths.length / 2)] ?? widths[0]),
    srcSet: widths.map((width) => `${address(width)} ${width}w`).join(", "),
  };
}
