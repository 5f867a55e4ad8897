"use client";

import { useEffect } from "react";

async function start(pages: readonly string[]): Promise<void> {
  try {
    await navigator.serviceWorker.register("/sw.js", { updateViaCache: "none" });
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage({ pages });
  } catch {
    // Some browsers forbid it in private windows: then the site needs a network, as without JavaScript.
  }
}

/**
 * Starts the service worker (public/sw.js) when the page is there with all its parts.
 *
 * @param pages the addresses of what it shows without a network
 */
export function OfflineSupport({ pages }: { pages: readonly string[] }) {
  useEffect(() => {
    // What `next dev` serves changes under the same names.
    if (process.env.NODE_ENV !== "production" || !("serviceWorker" in navigator)) return;
    const begin = () => void start(pages);
    if (document.readyState === "complete") begin();
    else window.addEventListener("load", begin, { once: true });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once: they are the same on every page of a language
  }, []);
  return null;
}
