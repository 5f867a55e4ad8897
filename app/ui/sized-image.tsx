import { imageSource, type ImageKind } from "@/lib/movies/images";

export interface ImageProps {
  kind: ImageKind;
  path: string;
  /** How wide it is shown, as in the sizes attribute. */
  sizes: string;
  alt: string;
  /** Loads at once, for what is seen first. */
  eager?: boolean;
  /** Loads before other images: the one that a page is about. */
  first?: boolean;
  className?: string | undefined;
}

const RATIO = { poster: [342, 513], backdrop: [780, 439], profile: [185, 278], logo: [92, 92] } as const;

/**
 * An image of TMDB in the size that fits, its place kept free while it loads.
 *
 * @param baseUrl where TMDB's images are, for who can't read it from the settings: the browser
 */
export function SizedImage({
  baseUrl,
  kind,
  path,
  sizes,
  alt,
  eager = false,
  first = false,
  className,
}: ImageProps & { baseUrl: string }) {
  const [width, height] = RATIO[kind];
  return (
    <img
      {...imageSource(baseUrl, kind, path)}
      sizes={sizes}
      alt={alt}
      width={width}
      height={height}
      loading={eager || first ? "eager" : "lazy"}
      {...(first ? { fetchPriority: "high" } : {})}
      decoding="async"
      className={className}
    />
  );
}
