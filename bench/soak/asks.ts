import { cacheKey } from "../../lib/cache/key";
import { parseSearchRequest } from "../../lib/movies/search-request";
import { randomFrom } from "../../local/tmdb/random";

/** One request of the traffic. */
export interface Ask {
  /** `idle`: counts nothing, and only has the server do what is left to do. */
  readonly kind: "api" | "page" | "wrong" | "idle";
  readonly method: "GET" | "POST";
  readonly path: string;
  /** Under which its answer is counted; null for one that is not. */
  readonly key: string | null;
  /** The one status that a wrong request is answered with. */
  readonly refusal?: number;
}

/** What of a catalogue the traffic asks for. */
export interface AskedFilms {
  /** Ids; the first half is asked of the API, the second as pages. */
  readonly films: readonly number[];
  /** Titles that are asked for one after the other, again and again. */
  readonly titles: readonly string[];
}

export interface Asks {
  /** Everything that comes back in the traffic, once. */
  readonly known: readonly Ask[];
  /** The next request of the traffic. */
  next(): Ask;
}

/** What many ask for. The pages have words of their own, since a page does not tell which fetch it counts hits of. */
const HOT = ["the", "star", "love", "man", "night", "dark", "king", "blood", "house", "girl", "city", "dead"];
const HOT_PAGES = ["day", "world", "big", "story", "life", "moon"];

/** Requests of which each gets one answer, whatever fails. */
const WRONG: readonly Ask[] = [
  { path: "/api/movies", refusal: 400 },
  { path: "/api/movies?query=star&page=0", refusal: 400 },
  { path: "/api/movies/first", refusal: 400 },
  { path: "/api/nothing", refusal: 404 },
  { path: "/nothing", refusal: 404 },
].map((wrong) => ({ kind: "wrong", method: "GET", key: null, ...wrong }));
const WRONG_METHOD: Ask = { kind: "wrong", method: "POST", path: "/api/movies", key: null, refusal: 405 };

export const IDLE: Ask = { kind: "idle", method: "GET", path: "/api/health", key: null };

/** Of all requests, those for titles that are asked one after the other, in percent. */
const TITLES_PERCENT = 5;

/**
 * How many titles it takes so that each is asked for again only when its window is over.
 * @param perSecond requests of all servers
 */
const titlesNeeded = (perSecond: number, windowSeconds: number): number =>
  Math.ceil(1.2 * (TITLES_PERCENT / 100) * perSecond * windowSeconds);

const FILMS = 12;

/**
 * The films that are best known, and titles of the others.
 * @param perSecond requests of all servers
 */
export function askedFilms(
  catalogue: readonly { readonly id: number; readonly title: string; readonly popularity: number }[],
  perSecond: number,
  windowSeconds: number,
): AskedFilms {
  const films = catalogue.toSorted((one, other) => other.popularity - one.popularity);
  const titles = [...new Set(films.slice(FILMS).map(({ title }) => title))];
  return {
    films: films.slice(0, FILMS).map(({ id }) => id),
    titles: titles.slice(0, titlesNeeded(perSecond, windowSeconds)),
  };
}

const LANGUAGE = "en-US";

function searchOf(kind: "api" | "page", words: string): Ask {
  const search = `query=${encodeURIComponent(words)}`;
  const { query, page } = parseSearchRequest(search);
  const path = kind === "api" ? `/api/movies?${search}` : `/?${search}`;
  return { kind, method: "GET", path, key: cacheKey("search", { query, page, language: LANGUAGE }) };
}

function filmOf(kind: "api" | "page", id: number): Ask {
  const path = kind === "api" ? `/api/movies/${id}` : `/movies/${id}`;
  return { kind, method: "GET", path, key: cacheKey("film", { id, language: LANGUAGE }) };
}

/**
 * The traffic: keys that many ask for, keys whose window is over, keys that nobody has asked for before, pages and wrong
 * requests, chosen by chance that repeats.
 * @param behindCdn whether the CDN answers by itself what is no GET
 */
export function createAsks({ films, titles }: AskedFilms, seed: string, behindCdn: boolean): Asks {
  const random = randomFrom(seed);
  const hot = HOT.map((words) => searchOf("api", words));
  const hotPages = HOT_PAGES.map((words) => searchOf("page", words));
  const half = Math.ceil(films.length / 2);
  const filmAsks = films.slice(0, half).map((id) => filmOf("api", id));
  const filmPages = films.slice(half).map((id) => filmOf("page", id));
  const taken = new Set([...hot, ...hotPages].map(({ key }) => key));
  const inTurn = titles.map((title) => searchOf("api", title)).filter(({ key }) => !taken.has(key));
  const wrong = behindCdn ? WRONG : [...WRONG, WRONG_METHOD];
  const pick = (asks: readonly Ask[]) => random.pick(asks as [Ask, ...Ask[]]);
  let turns = 0;
  let fresh = 0;

  const shares: readonly (readonly [percent: number, choose: () => Ask])[] = [
    [TITLES_PERCENT, () => inTurn[(turns += 1) % inTurn.length] ?? pick(hot)],
    // Finds nothing, so that many of them fill no memory.
    [4, () => searchOf("api", `zzz${(fresh += 1)}`)],
    [8, () => pick(filmAsks)],
    [8, () => pick(hotPages)],
    [8, () => pick(filmPages)],
    [7, () => pick(wrong)],
    [60, () => pick(hot)],
  ];

  return {
    known: [...hot, ...hotPages, ...filmAsks, ...filmPages, ...inTurn],
    next() {
      let left = random.between(0, 100);
      const [, choose] = shares.find(([percent]) => (left -= percent) < 0) ?? [0, () => pick(hot)];
      return choose();
    },
  };
}
