"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useRef } from "react";

/**
 * Moves the focus to the content when a link has led to another address, as a browser does that loads one; the link
 * itself may be gone there. Who is typing in the search field stays there.
 */
export function FocusOnArrival() {
  const place = `${usePathname()}?${useSearchParams().toString()}`;
  const arrived = useRef(place);

  useEffect(() => {
    if (arrived.current === place) return;
    arrived.current = place;
    const typing = document.activeElement?.closest("search") !== null && document.activeElement !== null;
    if (!typing) document.getElementById("content")?.focus({ preventScroll: true });
  }, [place]);
  return null;
}
