import { settings } from "@/lib/settings";

import { FramedPoster, type PosterProps } from "./framed-poster";

/** A film's poster, from where the settings say. */
export function Poster(props: PosterProps) {
  return <FramedPoster baseUrl={settings().tmdbImageUrl} {...props} />;
}
