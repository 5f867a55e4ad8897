"use client";

import { useSyncExternalStore } from "react";

import type { KeptFilm, ListedFilm } from "./film";
import type * as storageModule from "./storage";

type Storage = typeof storageModule;

/** The browser forbids it, has no more room, or what keeps the list could not be loaded. */
type Refusal = "forbidden" | "full" | "unreachable";

/** The watchlist as far as this page knows it. */
export interface Watchlist {
  /** Unknown until it was read, which is after the page is there; unreadable where it could not be. */
  readonly state: "unknown" | "known" | "unreadable";
  /** Newest first. */
  readonly films: readonly KeptFilm[];
  readonly ids: ReadonlySet<number>;
  /** Why the last change was not kept. */
  readonly refused: Refusal | null;
}

const UNKNOWN: Watchlist = { state: "unknown", films: [], ids: new Set(), refused: null };

let current = UNKNOWN;
const listeners = new Set<() => void>();

function set(change: Partial<Watchlist>): void {
  current = { ...current, ...change };
  for (const listener of listeners) listener();
}

let storage: Promise<Storage> | undefined;
let tellTabs: (() => void) | undefined;

/** Has a page bring along what keeps the list, so that it need not be loaded, which can't be done offline. */
export function bringStorage(brought: Storage): void {
  storage ??= Promise.resolve(brought);
}

class NotLoadedError extends Error {
  override readonly name = "NotLoadedError";
}

async function load(): Promise<Storage> {
  storage ??= import("./storage");
  const loaded = await storage.catch((cause: unknown) => {
    // The network has failed, so the next attempt may succeed.
    storage = undefined;
    throw new NotLoadedError("What keeps the watchlist could not be loaded", { cause });
  });
  tellTabs ??= loaded.joinTabs(() => void read());
  return loaded;
}

const REFUSALS: Readonly<Record<string, Refusal>> = {
  QuotaExceededError: "full",
  NotLoadedError: "unreachable",
};

async function read(): Promise<void> {
  try {
    const films = await (await load()).listFilms();
    set({ state: "known", films, ids: new Set(films.map(({ id }) => id)) });
  } catch {
    set({ ...UNKNOWN, state: "unreadable" });
  }
}

/** Makes a change; one that is not kept is told in `refused`, and answered with undefined. */
async function change<T>(make: (loaded: Storage) => Promise<T>): Promise<T | undefined> {
  try {
    const made = await make(await load());
    set({ refused: null });
    tellTabs?.();
    await read();
    return made;
  } catch (error) {
    set({ refused: REFUSALS[(error as Error).name] ?? "forbidden" });
    return undefined;
  }
}

/** Puts a film on the list, or takes it off. */
export const toggle = (film: ListedFilm): Promise<void> => change((loaded) => loaded.toggleFilm(film));

/** Puts films on the list that are not there; answers how many those were, or undefined where none could be kept. */
export const addAll = (films: readonly KeptFilm[]): Promise<number | undefined> =>
  change((loaded) => loaded.addFilms(films));

/** The visitor has read why a change was not kept. */
export const dismiss = (): void => set({ refused: null });

let isAsked = false;

/** Hears of changes; whoever is first has the list read, once for all of the page. */
function subscribe(listener: () => void): () => void {
  if (!isAsked) whenIdle(() => void read());
  isAsked = true;
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Safari knows no idle time. */
function whenIdle(work: () => void): void {
  if (typeof requestIdleCallback === "function") requestIdleCallback(work, { timeout: 2000 });
  else setTimeout(work, 200);
}

/** The watchlist; unknown on the server and while the page hydrates. */
export const useWatchlist = (): Watchlist =>
  useSyncExternalStore(
    subscribe,
    () => current,
    () => UNKNOWN,
  );
