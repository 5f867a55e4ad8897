const changed = (key: string) => `kept-${key}`;

/**
 * Keeps a choice in this browser, or null for none, and tells this page of it.
 *
 * @param key of localStorage
 */
export function keep(key: string, choice: string | null): void {
  try {
    if (choice === null) localStorage.removeItem(key);
    else localStorage.setItem(key, choice);
  } catch {
    // Storage may be forbidden: then nothing outlives this page.
  }
  window.dispatchEvent(new Event(changed(key)));
}

/**
 * Hears of changes of what this browser keeps, also of those in another tab, or while the page was in the back/forward
 * cache, where nothing is heard.
 *
 * @param key of localStorage
 * @param fromElsewhere hears of the latter instead of `listener`
 * @returns what ends it
 */
export function onKeptChange(
  key: string,
  listener: () => void,
  fromElsewhere: () => void = listener,
): () => void {
  // It has no key where all that was kept is gone.
  const onStorage = (event: StorageEvent) => {
    if (event.key === key || event.key === null) fromElsewhere();
  };
  const onPageShow = ({ persisted }: PageTransitionEvent) => {
    if (persisted) fromElsewhere();
  };
  window.addEventListener(changed(key), listener);
  window.addEventListener("storage", onStorage);
  window.addEventListener("pageshow", onPageShow);
  return () => {
    window.removeEventListener(changed(key), listener);
    window.removeEventListener("storage", onStorage);
    window.removeEventListener("pageshow", onPageShow);
  };
}
