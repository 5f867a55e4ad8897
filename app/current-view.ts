import { cache } from "react";

import { headers } from "next/headers";
import { after } from "next/server";

import { settle } from "@/lib/movies";

import { HANDOVER_HEADER, pickUp } from "./handover";
import type { Asked, View } from "./view";
import { currentVisitor } from "./visitor";

/** A request shows one page, and so has one view. */
const ofThisRequest = cache((): { view?: Promise<View> } => ({}));

async function find<V extends View>(
  load: (asked: Asked) => Promise<V>,
  parts: readonly string[],
  search: string,
): Promise<V> {
  const view = pickUp((await headers()).get(HANDOVER_HEADER));
  if (view) return view as V;
  process.stderr.write("The proxy left no view: this page asks again, and is counted twice.\n");
  after(settle);
  return load({ parts, search, visitor: await currentVisitor() });
}

/**
 * The view of this request, the same for its metadata and its body: what the proxy has found, or what `load` finds
 * where it has not.
 */
export function currentView<V extends View>(
  load: (asked: Asked) => Promise<V>,
  parts: readonly string[],
  search: string,
): Promise<V> {
  const current = ofThisRequest();
  current.view ??= find(load, parts, search);
  return current.view as Promise<V>;
}
