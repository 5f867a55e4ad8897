"use client";

import { useEffect, useSyncExternalStore, type RefObject } from "react";

import { isSlashKeyOn, onSlashKeyChange } from "./slash-key";

/**
 * "/" leads into the field from everywhere where it is not text that is being typed.
 *
 * @returns whether it does: the visitor may have switched it off
 */
export function useSlashKey(input: RefObject<HTMLInputElement | null>): boolean {
  const isOn = useSyncExternalStore(onSlashKeyChange, isSlashKeyOn, () => true);

  useEffect(() => {
    if (!isOn) return;
    function onKeyDown(event: KeyboardEvent) {
      const { target } = event;
      const types =
        target instanceof HTMLElement &&
        (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName));
      if (event.key !== "/" || types || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [input, isOn]);

  return isOn;
}
