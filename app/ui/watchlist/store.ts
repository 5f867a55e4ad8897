import type { KeptFilm, ListedFilm } from "./film";

/** Films by their ids. */
const FILMS = "watchlist";
const BY_TIME = "addedAt";

/** What a request to IndexedDB comes to. */
const outcome = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/**
 * Does all of some work or nothing of it. The database is opened for each: an open connection can keep a page out of
 * the back/forward cache.
 */
async function inTransaction<T>(
  mode: IDBTransactionMode,
  work: (films: IDBObjectStore) => Promise<T>,
): Promise<T> {
  const opening = indexedDB.open("movies-viewer", 1);
  opening.onupgradeneeded = () =>
    opening.result.createObjectStore(FILMS, { keyPath: "id" }).createIndex(BY_TIME, BY_TIME);
  const database = await outcome(opening);
  try {
    const transaction = database.transaction(FILMS, mode);
    const kept = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      // A full disk may be told by the transaction, and by nothing before.
      transaction.onabort = () => reject(transaction.error);
    });
    const [result] = await Promise.all([work(transaction.objectStore(FILMS)), kept]);
    return result;
  } finally {
    database.close();
  }
}

/** The films that this browser keeps, newest first. */
export function listFilms(): Promise<readonly KeptFilm[]> {
  return inTransaction("readonly", async (films) =>
    (await outcome<KeptFilm[]>(films.index(BY_TIME).getAll())).reverse(),
  );
}

/** Puts a film on the list, or takes it off where it is there. */
export function toggleFilm(film: ListedFilm): Promise<void> {
  return inTransaction("readwrite", async (films) => {
    if (await outcome(films.getKey(film.id))) films.delete(film.id);
    else films.add({ ...film, addedAt: new Date().toISOString() });
  });
}

/**
 * Puts all films on the list that are not there, or none where that fails.
 *
 * @returns how many those were
 */
export function addFilms(added: readonly KeptFilm[]): Promise<number> {
  return inTransaction("readwrite", async (films) => {
    const known = new Set(await outcome(films.getAllKeys()));
    const missing = new Map(added.filter(({ id }) => !known.has(id)).map((film) => [film.id, film]));
    for (const film of missing.values()) films.add(film);
    return missing.size;
  });
}
