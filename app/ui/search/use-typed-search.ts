"use client";

import { useEffect, useRef, type RefObject } from "react";

/** How long typing has to stop before anything is asked, in milliseconds. */
export const PAUSE_MS = 300;
/** Characters below which nothing is asked while somebody types. */
export const SHORTEST_TYPED = 3;

/** A query with its white space as it is compared. */
export const spaced = (query: string): string => query.trim().replace(/\s+/g, " ");

interface TypedSearch {
  /** To be called with every change of the field: asks when typing stops. */
  type(typed: string): void;
  /** Drops what was about to be asked. */
  cancel(): void;
}

/**
 * Asks for what was typed when typing has stopped for 300 ms at three or more characters, unless the browser knows that
 * it is offline. What was asked last is not asked again: that would be a counted hit that nobody wants.
 *
 * @param asked what was asked last, here or elsewhere
 */
export function useTypedSearch(asked: RefObject<string>, ask: (query: string) => void): TypedSearch {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  function cancel() {
    clearTimeout(timer.current);
  }

  function type(typed: string) {
    cancel();
    const next = spaced(typed);
    if (next === asked.current || Array.from(next).length < SHORTEST_TYPED) return;
    timer.current = setTimeout(() => {
      // Without a network the answer would be a page that says so, in place of what can still be read.
      if (navigator.onLine) ask(next);
    }, PAUSE_MS);
  }

  useEffect(() => {
    // Who follows a link within the pause wants to go there, and nowhere else after that.
    function onClick({ target }: MouseEvent) {
      if (target instanceof Element && target.closest("a")) cancel();
    }
    document.addEventListener("click", onClick, true);
    return () => {
      document.removeEventListener("click", onClick, true);
      cancel();
    };
  }, []);

  return { type, cancel };
}
