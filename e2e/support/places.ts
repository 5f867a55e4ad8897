import { baseUrl, isDeployed, keylessUrl } from "./addresses";
import { invented, LONG_WORD, someFilm } from "./films";
import { searchPath } from "./site";

interface Place {
  readonly name: string;
  readonly url: string;
  readonly status: number;
  /** It is there only where the suite runs its own servers. */
  readonly ownServers?: true;
  /** Next itself answers, with headers that can't be changed. */
  readonly ownHeaders?: true;
}

const film = (id: number) => `/movies/${id}`;

const PLACES: readonly Place[] = [
  { name: "the start page", url: "/", status: 200 },
  { name: "a list", url: "/lists/popular?page=2", status: 200 },
  { name: "a list of a region", url: "/lists/now-playing?region=FR", status: 200 },
  { name: "no such list", url: "/lists/nothing", status: 404 },
  { name: "films to discover", url: "/discover?genre=28&fromYear=1990&minRating=7", status: 200 },
  { name: "nothing to discover", url: "/discover?fromYear=1870&toYear=1871", status: 200 },
  { name: "a choice that can't be", url: "/discover?fromYear=2000&toYear=1990", status: 400 },
  { name: "about this app", url: "/about", status: 200 },
  { name: "about this app without a key", url: `${keylessUrl}/about`, status: 200, ownServers: true },
  { name: "results of a year", url: searchPath("star 1977"), status: 200 },
  { name: "nothing found of a year", url: searchPath("matrix", { year: "1871" }), status: 200 },
  { name: "results", url: searchPath("the", { page: "2" }), status: 200 },
  { name: "nothing found", url: searchPath("qqzzxx no such film"), status: 200 },
  { name: "a page past the end", url: searchPath("matrix", { page: "499" }), status: 200 },
  { name: "a bad page number", url: searchPath("matrix", { page: "0" }), status: 400 },
  { name: "a film", url: someFilm, status: 200 },
  { name: "the watchlist", url: "/watchlist", status: 200 },
  { name: "no such film", url: film(999_999_999), status: 404 },
  { name: "a person", url: "/people/1", status: 200, ownServers: true },
  { name: "no such person", url: "/people/999999999", status: 404 },
  { name: "no such address", url: "/nothing/here", status: 404, ownHeaders: true },
  { name: "an address that can't be read", url: "/movies/%ff", status: 404, ownHeaders: true },
  { name: "a film of which little is known", url: film(invented.bare.id), status: 200, ownServers: true },
  { name: "a film with a long title", url: film(invented.longTitle.id), status: 200, ownServers: true },
  { name: "a film of which all is markup", url: film(invented.markup.id), status: 200, ownServers: true },
  { name: "a film in Arabic", url: film(invented.rightToLeft.id), status: 200, ownServers: true },
  { name: "odd films in a list", url: searchPath("zyx"), status: 200, ownServers: true },
  { name: "results of a long query", url: searchPath(LONG_WORD), status: 200, ownServers: true },
  { name: "no key for TMDB", url: `${keylessUrl}/`, status: 503, ownServers: true },
  {
    name: "a search without a key",
    url: `${keylessUrl}${searchPath("matrix")}`,
    status: 503,
    ownServers: true,
  },
];

/** Every kind of page that a visitor can come upon here, with its full address. */
export const places: readonly Place[] = PLACES.filter(({ ownServers }) => !(ownServers && isDeployed)).map(
  (place) => ({
    ...place,
    url: place.url.startsWith("/") ? `${baseUrl}${place.url}` : place.url,
  }),
);
