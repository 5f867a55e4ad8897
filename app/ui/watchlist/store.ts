import { openDB, type DBSchema, type IDBPDatabase } from "idb";

import type { KeptFilm, ListedFilm } from "./film";

interface Schema extends DBSchema {
  watchlist: { key: number; value: KeptFilm; indexes: { addedAt: string } };
}

/** Opened for each piece of work: an open connection can keep a page out of the back/forward cache. */
async function inDatabase<T>(work: (database: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
  const database = await openDB<Schema>("movies-viewer", 1, {
    upgrade: (fresh) => {
      fresh.createObjectStore("watchlist", { keyPath: "id" }).createIndex("addedAt", "addedAt");
    },
  });
  try {
    return await work(database);
  } finally {
    database.close();
  }
}

/** The films that this browser keeps, newest first. */
export function listFilms(): Promise<readonly KeptFilm[]> {
  return inDatabase(async (database) => (await database.getAllFromIndex("watchlist", "addedAt")).reverse());
}

/** Puts a film on the list, or takes it off where it is there. */
export function toggleFilm(film: ListedFilm): Promise<void> {
  return inDatabase(async (database) => {
    const { store, done } = database.transaction("watchlist", "readwrite");
    const isKept = (await store.getKey(film.id)) !== undefined;
    const change = isKept ? store.delete(film.id) : store.add({ ...film, addedAt: new Date().toISOString() });
    // A full disk is told by the transaction, and by nothing before.
    await Promise.all([change, done]);
  });
}

/**
 * Puts all films on the list that are not there, or none where that fails.
 *
 * @returns how many those were
 */
export function addFilms(films: readonly KeptFilm[]): Promise<number> {
  return inDatabase(async (database) => {
    const { store, done } = database.transaction("watchlist", "readwrite");
    const known = new Set(await store.getAllKeys());
    const added = new Map(films.filter(({ id }) => !known.has(id)).map((film) => [film.id, film]));
    await Promise.all([...[...added.values()].map((film) => store.add(film)), done]);
    return added.size;
  });
}
