import { startTmdbStandIn } from "../../local/tmdb/stand-in";

/** What the upstream answers: a page of films. */
export interface Page {
  readonly key: string;
  /** Which call for this key it was, over all processes: 1, 2, 3 … So a value tells how old it is. */
  readonly call: number;
  readonly films: unknown;
}

const KEY = "bench";

/** The films of one page of a search, as TMDB sends them: about 8 KB of JSON. */
export async function sampleFilms(): Promise<unknown> {
  const tmdb = await startTmdbStandIn({ key: KEY });
  try {
    const response = await fetch(`${tmdb.url}/3/search/movie?query=the`, {
      headers: { Authorization: `Bearer ${KEY}` },
    });
    return ((await response.json()) as { results: unknown }).results;
  } finally {
    await tmdb.close();
  }
}
