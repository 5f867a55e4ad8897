import { cache } from "react";

import { headers } from "next/headers";

import { HANDOVER_HEADER, pickUp } from "./handover";
import { loadHome, loadMovie, type HomeView, type MovieView } from "./views";

const pickUpOnce = cache(async () => {
  const view = pickUp((await headers()).get(HANDOVER_HEADER));
  if (!view) process.stderr.write("The proxy left no view: this page asks again, and is counted twice.\n");
  return view;
});

/** The view of the start page of this request, the same for its metadata and its body. */
export const homeView = cache(
  async (search: string): Promise<HomeView> =>
    ((await pickUpOnce()) as HomeView | undefined) ?? loadHome(search),
);

/** The view of the film page of this request, the same for its metadata and its body. */
export const movieView = cache(
  async (id: string): Promise<MovieView> => ((await pickUpOnce()) as MovieView | undefined) ?? loadMovie(id),
);
