import { loadAbout } from "./about/view";
import { loadDiscover } from "./discover/view";
import { loadHome } from "./home-view";
import { loadList } from "./lists/[list]/view";
import { loadMovie } from "./movies/[id]/view";
import { loadPerson } from "./people/[id]/view";
import type { Asked, View } from "./view";

type Load = (asked: Asked) => Promise<View>;

/** The pages whose view is found before they are rendered; a star stands for one part of a path. */
const ROUTES: Readonly<Record<string, Load>> = {
  "/": loadHome,
  "/about": loadAbout,
  "/discover": loadDiscover,
  "/lists/*": loadList,
  "/movies/*": loadMovie,
  "/people/*": loadPerson,
};

const PATTERNS = Object.entries(ROUTES).map(([path, load]) => ({
  pattern: new RegExp(`^${path.replaceAll("*", "([^/]+)")}$`),
  load,
}));

/** How the view of a path is found; null for pages that need none, and for what is no page. */
export function findRoute(path: string): { load: Load; parts: readonly string[] } | null {
  for (const { pattern, load } of PATTERNS) {
    const match = pattern.exec(path);
    if (match) return { load, parts: match.slice(1).map(decodeURIComponent) };
  }
  return null;
}
