import { keep, onKeptChange } from "../kept-changes";

/** Where this browser keeps that "/" is to be a character like any other (WCAG 2.2, 2.1.4: who dictates types some). */
const KEY = "slash-key";

/** Whether "/" leads into the search field. */
export function isSlashKeyOn(): boolean {
  try {
    return localStorage.getItem(KEY) !== "off";
  } catch {
    // Storage may be forbidden.
    return true;
  }
}

/** Switches it on or off, and keeps that for this browser; where nothing can be kept, it stays as it is. */
export function setSlashKey(on: boolean): void {
  keep(KEY, on ? null : "off");
}

/** Hears of changes, those of other tabs too; the function that comes back ends it. */
export const onSlashKeyChange = (listener: () => void): (() => void) => onKeptChange(KEY, listener);
