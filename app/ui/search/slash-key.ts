import { onKeptChange } from "../kept-changes";

/** Where this browser keeps that "/" is to be a character like any other (WCAG 2.2, 2.1.4: who dictates types some). */
const KEY = "slash-key";
const CHANGED = "slashkeychange";

/** Whether "/" leads into the search field. */
export function isSlashKeyOn(): boolean {
  try {
    return localStorage.getItem(KEY) !== "off";
  } catch {
    // Storage may be forbidden.
    return true;
  }
}

/** Switches it on or off, and keeps that for this browser. */
export function setSlashKey(on: boolean): void {
  try {
    if (on) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, "off");
  } catch {
    // Where nothing can be kept, it stays as it is, and the checkbox with it.
  }
  window.dispatchEvent(new Event(CHANGED));
}

/** Hears of changes, those of other tabs too; the function that comes back ends it. */
export function onSlashKeyChange(listener: () => void): () => void {
  window.addEventListener(CHANGED, listener);
  const endKept = onKeptChange(KEY, listener);
  return () => {
    window.removeEventListener(CHANGED, listener);
    endKept();
  };
}
