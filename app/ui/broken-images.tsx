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
    // An error does not bubble, and may have come before this runs.
    document.addEventListener("error", onError, true);
    for (const image of document.images) if (image.complete && image.naturalWidth === 0) hide(image);
    return () => document.removeEventListener("error", onError, true);
  }, []);
  return null;
}
