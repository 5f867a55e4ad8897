"use client";

import { useEffect } from "react";

const hide = (image: HTMLImageElement) => {
  image.style.visibility = "hidden";
};

/** Hides images that do not load, so that what stands behind them is seen and not a browser's broken icon. */
export function BrokenImages() {
  useEffect(() => {
    const onError = ({ target }: Event) => {
      if (target instanceof HTMLImageElement) hide(target);
    };
    // Another of its sizes may load later, or the same once there is a network again.
    const onLoad = ({ target }: Event) => {
      if (target instanceof HTMLImageElement) target.style.visibility = "";
    };
    // Neither bubbles, and an error may have come before this runs.
    document.addEventListener("error", onError, true);
    document.addEventListener("load", onLoad, true);
    for (const image of document.images) {
      // Firefox knows no width of a drawing that names none, as TMDB's logo does; only what is broken can't be decoded.
      if (image.complete && image.naturalWidth === 0) image.decode().catch(() => hide(image));
    }
    return () => {
      document.removeEventListener("error", onError, true);
      document.removeEventListener("load", onLoad, true);
    };
  }, []);
  return null;
}
