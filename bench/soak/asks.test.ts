import { askedFilms, createAsks } from "./asks";

const asked = { films: [1, 2, 3, 4], titles: ["Alien", "Heat", "The  STAR", "Dark"] };
const many = (asks: ReturnType<typeof createAsks>) => Array.from({ length: 2000 }, () => asks.next());

it("asks the same in every run of a seed", () => {
  const [one, other] = [0, 1].map(() => many(createAsks(asked, "seed", false)));
  expect(one).toEqual(other);
  expect(many(createAsks(asked, "another", false))).not.toEqual(one);
});

it("has requests of every kind, and more hits than all else", () => {
  const asks = many(createAsks(asked, "seed", false));
  const share = (kind: string) => asks.filter((one) => one.kind === kind).length / asks.length;
  expect(share("page")).toBeGreaterThan(0.1);
  expect(share("wrong")).toBeGreaterThan(0.04);
  expect(share("api")).toBeGreaterThan(0.7);
  expect(asks.some(({ method }) => method === "POST")).toBe(true);
});

it("leaves out what a CDN answers by itself", () => {
  expect(many(createAsks(asked, "seed", true)).some(({ method }) => method === "POST")).toBe(false);
});

it("counts under the product's own keys, pages and the API each under theirs", () => {
  const { known } = createAsks(asked, "seed", false);
  const keyOf = (path: string) => known.find((one) => one.path === path)?.key;
  expect(keyOf("/api/movies?query=Alien")).toBe("search?language=en-US&page=1&query=alien");
  expect(keyOf("/movies/3")).toBe("film?id=3&language=en-US");
  const keys = (kind: string) => known.filter((one) => one.kind === kind).map(({ key }) => key);
  expect(keys("page").filter((key) => keys("api").includes(key))).toEqual([]);
  // "Dark" is asked for by many already.
  expect(keys("api").filter((key) => key?.endsWith("query=dark"))).toHaveLength(1);
});

it("asks for a title again only after its window", () => {
  const catalogue = Array.from({ length: 1000 }, (_, id) => ({ id, title: `Film ${id}`, popularity: id }));
  const perSecond = 48;
  const { films, titles } = askedFilms(catalogue, perSecond, 120);
  expect(films[0]).toBe(999);
  expect(titles).not.toContain("Film 999");
  const known = createAsks({ films, titles }, "seed", false).known.map(({ key }) => key);
  const asks = createAsks({ films, titles }, "seed", false);
  const ofTitle = new Map<string, number>();
  const pauses: number[] = [];
  for (let time = 0; time < 20_000; time++) {
    const { key } = asks.next();
    if (key === null || !key.includes("film")) continue;
    const before = ofTitle.get(key);
    if (before !== undefined && known.includes(key) && key.startsWith("search")) pauses.push(time - before);
    ofTitle.set(key, time);
  }
  expect(pauses.length).toBeGreaterThan(100);
  expect(Math.min(...pauses) / perSecond).toBeGreaterThan(100);
  pauses.sort((one, other) => one - other);
  expect((pauses[pauses.length >> 1] ?? 0) / perSecond).toBeGreaterThan(120);
});
