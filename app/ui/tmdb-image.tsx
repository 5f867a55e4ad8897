import { settings } from "@/lib/settings";

import { SizedImage, type ImageProps } from "./sized-image";

/** An image of TMDB, from where the settings say. */
export function TmdbImage(props: ImageProps) {
  return <SizedImage baseUrl={settings().tmdbImageUrl} {...props} />;
}
