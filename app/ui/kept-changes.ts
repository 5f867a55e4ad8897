/**
 * Hears that what this browser keeps may have changed without this page: in another tab, or while the page was in the
 * back/forward cache, where nothing is heard.
 *
 * @param key of localStorage
 * @returns what ends it
 */
export function onKeptChange(key: string, listener: () => void): () => void {
  // It has no key where all that was kept is gone.
  const onStorage = (event: StorageEvent) => {
    if (event.key === key || event.key === null) listener();
  };
  const onPageShow = ({ persisted }: PageTransitionEvent) => {
    if (persisted) listener();
  };
  window.addEventListener("storage", onStorage);
  window.addEventListener("pageshow", onPageShow);
  return () => {
    window.removeEventListener("storage", onStorage);
    window.removeEventListener("pageshow", onPageShow);
  };
}
