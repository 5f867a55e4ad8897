"use client";

import { useEffect } from "react";

import type { KeptFilm } from "@/app/ui/watchlist/film";
import { imageSource } from "@/lib/movies/images";

/**
 * Has the service worker keep the posters of these films for when there is no network.
 *
 * @param films null while nobody knows them
 * @param imageUrl where TMDB's images are
 */
export function useKeptPosters(films: readonly KeptFilm[] | null, imageUrl: string): void {
  useEffect(() => {
    if (films === null || !("serviceWorker" in navigator)) return;
    const posters = films.flatMap(({ posterPath }) =>
      posterPath === null ? [] : [imageSource(imageUrl, "poster", posterPath).src],
    );
    void navigator.serviceWorker.ready.then(({ active }) => active?.postMessage({ posters }));
  }, [films, imageUrl]);
}
