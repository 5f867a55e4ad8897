import { personIdOf } from "./catalogue/credits";
import { standInFilm, type StandInFilm } from "./catalogue/film";
import { sampleCatalogue } from "./catalogue/sample-catalogue";
import { startTmdbStandIn, type TmdbStandIn, type TmdbStandInOptions } from "./stand-in";

const KEY = "a-key";
let standIn: TmdbStandIn;

const start = async (options: Partial<TmdbStandInOptions>) => {
  standIn = await startTmdbStandIn({ key: KEY, ...options });
};
afterEach(() => standIn.close());

const ask = (path: string, init?: RequestInit) =>
  fetch(`${standIn.url}${path}`, { headers: { Authorization: `Bearer ${KEY}` }, ...init });
const json = async (path: string) => (await ask(path)).json();
const titles = (page: { results: { title: string }[] }) => page.results.map(({ title }) => title);

const numbered = (count: number): StandInFilm[] =>
  Array.from({ length: count }, (_, index) =>
    standInFilm({ id: index + 1, title: `Film ${index + 1}`, popularity: count - index }),
  );

describe("a search", () => {
  const films = [
    standInFilm({ id: 1, title: "A Night in May", popularity: 90 }),
    standInFilm({ id: 2, title: "Night", popularity: 1 }),
    standInFilm({ id: 3, title: "Night Train", popularity: 5, releaseDate: "1999-05-01" }),
    standInFilm({ id: 4, title: "Nightfall", popularity: 70 }),
    standInFilm({ id: 5, title: "Caché", popularity: 3 }),
    standInFilm({ id: 6, title: "Web-Man", popularity: 4 }),
    standInFilm({ id: 7, title: "Fortnight", popularity: 99 }),
  ];

  test.each([
    [
      "the title itself first, then titles that begin so, then the better known",
      "night",
      ["Night", "Nightfall", "Night Train", "A Night in May"],
    ],
    ["every word must occur, in any order", "may night", ["A Night in May"]],
    ["a word may be its beginning only", "night tr", ["Night Train"]],
    ["accents and case make no difference", "CACHE", ["Caché"]],
    ["nor does what stands between words", "webman", ["Web-Man"]],
    ["nothing found", "zzz", []],
    ["only marks", "?!", []],
  ])("%s", async (_, query, expected) => {
    await start({ films });
    expect(titles(await json(`/3/search/movie?query=${encodeURIComponent(query)}`))).toEqual(expected);
  });

  test.each(["primary_release_year", "year"])("can be limited by %s", async (parameter) => {
    await start({ films });
    expect(titles(await json(`/3/search/movie?query=night&${parameter}=1999`))).toEqual(["Night Train"]);
  });

  test("answers films with TMDB's fields", async () => {
    await start({ films });
    const [film] = (await json("/3/search/movie?query=cache")).results;
    expect(film).toEqual({
      adult: false,
      backdrop_path: "/backdrop-5.svg",
      genre_ids: [],
      id: 5,
      original_language: "en",
      original_title: "Caché",
      overview: "",
      popularity: 3,
      poster_path: "/poster-5.svg",
      release_date: null,
      softcore: false,
      title: "Caché",
      video: false,
      vote_average: 0,
      vote_count: 0,
    });
  });
});

describe("pages", () => {
  test("hold 20 films; a page past the end has none and is no error", async () => {
    await start({ films: numbered(45) });
    const last = await json("/3/search/movie?query=film&page=3");
    expect(last).toMatchObject({ page: 3, total_pages: 3, total_results: 45 });
    expect(titles(last)).toEqual(["Film 41", "Film 42", "Film 43", "Film 44", "Film 45"]);

    const past = await ask("/3/search/movie?query=film&page=500");
    expect(past.status).toBe(200);
    expect(await past.json()).toEqual({ page: 500, results: [], total_pages: 3, total_results: 45 });
  });

  test.each(["0", "501", "-1", "1.5", "two", ""])("page %j is refused as TMDB does", async (page) => {
    await start({ films: numbered(3) });
    const response = await ask(`/3/search/movie?query=film&page=${page}`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ success: false, status_code: 22 });
  });
});

describe("errors", () => {
  test.each([
    ["no key", "/3/configuration", {}, 401, 7],
    ["a wrong key", "/3/configuration", { headers: { Authorization: "Bearer other" } }, 401, 7],
    ["an unknown film", "/3/movie/999", undefined, 404, 34],
    ["an unknown person", "/3/person/999", undefined, 404, 34],
    ["an id that is none", "/3/movie/abc", undefined, 404, 34],
    ["an unknown path", "/4/nothing", undefined, 404, 34],
    ["another method", "/3/configuration", { method: "POST" }, 405, 4],
  ])("%s", async (_, path, init, status, code) => {
    await start({ films: [] });
    const headers = { Authorization: `Bearer ${KEY}` };
    const response = await fetch(
      `${standIn.url}${path}`,
      init && !("method" in init) ? init : { headers, ...init },
    );
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toBe("application/json; charset=utf-8");
    expect(await response.json()).toMatchObject({ success: false, status_code: code });
  });

  test.each(["/3/search/movie", "/3/search/movie?query=%20"])("%s asks for nothing", async (path) => {
    await start({ films: [] });
    const response = await ask(path);
    expect(response.status).toBe(422);
    expect(await response.json()).toEqual({ errors: ["query must be provided"] });
  });
});

describe("a film", () => {
  const film = standInFilm({
    id: 1,
    title: "Main",
    director: "Ann Example",
    genreIds: [18],
    releaseDate: "1999-03-31",
    certification: "PG-13",
    company: "Example Pictures",
    runtime: 101,
  });
  const others = [
    standInFilm({ id: 2, title: "Same genre, far year", genreIds: [18], releaseDate: "1950-01-01" }),
    standInFilm({ id: 3, title: "Same genre, near year", genreIds: [18], releaseDate: "2000-01-01" }),
    standInFilm({ id: 4, title: "Same director", genreIds: [35], director: "Ann Example" }),
    standInFilm({ id: 5, title: "Neither", genreIds: [27], director: "Someone Else" }),
  ];

  test("comes alone unless parts are asked for", async () => {
    await start({ films: [film] });
    const answer = await json("/3/movie/1");
    expect(answer).toMatchObject({
      id: 1,
      title: "Main",
      runtime: 101,
      genres: [{ id: 18, name: "Drama" }],
      imdb_id: null,
    });
    expect(answer).not.toHaveProperty("genre_ids");
    expect(answer).not.toHaveProperty("credits");
  });

  test("comes with the parts that are asked for, and no others", async () => {
    await start({ films: [film, ...others] });
    const answer = await json(
      "/3/movie/1?append_to_response=credits,videos,recommendations,release_dates,watch/providers,nonsense",
    );
    expect(answer.credits).toMatchObject({
      cast: [],
      crew: [{ name: "Ann Example", job: "Director", department: "Directing" }],
    });
    expect(answer.videos).toEqual({ results: [] });
    expect(titles(answer.recommendations)).toEqual([
      "Same director",
      "Same genre, near year",
      "Same genre, far year",
    ]);
    expect(answer.release_dates.results[0]).toMatchObject({
      iso_3166_1: "US",
      release_dates: [{ certification: "PG-13" }],
    });
    expect(answer["watch/providers"]).toEqual({ results: {} });
    expect(answer).not.toHaveProperty("external_ids");
    expect(answer).not.toHaveProperty("nonsense");
  });

  test("may bring parts of its own", async () => {
    const videos = { results: [{ site: "YouTube", key: "abc", type: "Trailer" }] };
    await start({ films: [standInFilm({ id: 1, title: "Main", parts: { videos } })] });
    expect((await json("/3/movie/1?append_to_response=videos")).videos).toEqual(videos);
  });

  test("may bring facts of its own, and names its genres in the language asked for", async () => {
    const belongs_to_collection = { id: 7, name: "The Mains", poster_path: null, backdrop_path: null };
    await start({
      films: [standInFilm({ id: 1, title: "Main", genreIds: [18], facts: { belongs_to_collection } })],
    });
    expect(await json("/3/movie/1?language=fr-FR")).toMatchObject({
      belongs_to_collection,
      genres: [{ id: 18, name: "Drame" }],
    });
  });
});

describe("a person", () => {
  const directed = (id: number, director: string) =>
    standInFilm({ id, title: `Film ${id}`, director, releaseDate: `200${id}-01-01` });

  test("who directed films has the same id in each, and all of them as their work", async () => {
    await start({ films: [directed(1, "Ann Example"), directed(2, "Ann Example"), directed(3, "Else")] });
    const ids = [1, 2].map(
      async (id) => (await json(`/3/movie/${id}?append_to_response=credits`)).credits.crew[0].id,
    );
    expect(await Promise.all(ids)).toEqual([personIdOf("Ann Example"), personIdOf("Ann Example")]);

    const person = await json(`/3/person/${personIdOf("Ann Example")}?append_to_response=movie_credits`);
    expect(person).toMatchObject({
      name: "Ann Example",
      known_for_department: "Directing",
      biography: "",
      birthday: null,
      profile_path: null,
      movie_credits: {
        cast: [],
        crew: [
          { id: 1, title: "Film 1", release_date: "2001-01-01", job: "Director", department: "Directing" },
          { id: 2, job: "Director" },
        ],
      },
    });
    expect(person).not.toHaveProperty("external_ids");
  });

  test("whom a film brings has their roles and what it knows of them", async () => {
    const profile_path = "/profile-5.svg";
    const credits = {
      cast: [{ id: 5, name: "Bo Example", character: "A Lamp", profile_path }],
      crew: [{ id: 5, name: "Bo Example", job: "Producer", department: "Production", profile_path }],
    };
    const people = [
      { id: 5, birthday: "1970-01-02" },
      { id: 6, birthday: "1971-01-02" },
    ];
    await start({ films: [standInFilm({ id: 1, title: "Main", parts: { credits }, people })] });
    const person = await json("/3/person/5?append_to_response=movie_credits,external_ids,nonsense");
    expect(person).toMatchObject({
      name: "Bo Example",
      known_for_department: "Acting",
      birthday: "1970-01-02",
      profile_path,
      movie_credits: { cast: [{ id: 1, character: "A Lamp" }], crew: [{ id: 1, job: "Producer" }] },
      external_ids: { imdb_id: null },
    });
    expect(person).not.toHaveProperty("nonsense");
    expect((await ask("/3/person/6")).status).toBe(404);
  });

  test("of the sample catalogue has an id of their own, of 31 bits", () => {
    const names = new Set(sampleCatalogue().flatMap(({ director }) => director ?? []));
    const ids = new Set([...names].map(personIdOf));
    expect(names.size).toBeGreaterThan(500);
    expect(ids.size).toBe(names.size);
    for (const id of ids) expect(id > 0 && id < 2 ** 31).toBe(true);
  });
});

describe("lists", () => {
  const monday = Date.parse("2026-11-23T00:00:00Z");
  const week = 7 * 24 * 60 * 60 * 1000;

  test("what trends stays for an ISO week, then changes", async () => {
    let now = monday;
    await start({ films: numbered(100), now: () => now });
    const first = await json("/3/trending/movie/week");
    expect(first.results[0]).toMatchObject({ media_type: "movie" });
    now = monday + week - 1;
    expect(await json("/3/trending/movie/week")).toEqual(first);
    now = monday + week;
    expect(titles(await json("/3/trending/movie/week"))).not.toEqual(titles(first));
  });

  test("films can be discovered by genre and year, sorted", async () => {
    const films = [
      standInFilm({
        id: 1,
        title: "One",
        genreIds: [28, 12],
        voteAverage: 5,
        voteCount: 9,
        releaseDate: "2001-01-01",
      }),
      standInFilm({
        id: 2,
        title: "Two",
        genreIds: [28],
        voteAverage: 9,
        voteCount: 1,
        releaseDate: "2003-01-01",
      }),
      standInFilm({
        id: 3,
        title: "Three",
        genreIds: [12],
        voteAverage: 7,
        voteCount: 9,
        releaseDate: "2002-01-01",
      }),
    ];
    await start({ films });
    const found = async (query: string) => titles(await json(`/3/discover/movie?${query}`));
    expect(await found("with_genres=28,12")).toEqual(["One"]);
    expect(await found("with_genres=28|12&sort_by=vote_average.desc")).toEqual(["Two", "Three", "One"]);
    expect(await found("sort_by=vote_average.desc&vote_count.gte=5")).toEqual(["Three", "One"]);
    expect(await found("sort_by=primary_release_date.asc")).toEqual(["One", "Three", "Two"]);
    expect(await found("primary_release_year=2003")).toEqual(["Two"]);
  });

  test("films can be discovered by language, rating and dates, and sorted by title", async () => {
    const films = [
      standInFilm({
        id: 1,
        title: "Älpler",
        originalLanguage: "de",
        voteAverage: 8,
        releaseDate: "1999-12-31",
      }),
      standInFilm({ id: 2, title: "Zug", originalLanguage: "de", voteAverage: 6, releaseDate: "2000-01-01" }),
      standInFilm({ id: 3, title: "Boat", voteAverage: 7, releaseDate: "2000-12-31" }),
      standInFilm({ id: 4, title: "Undated", voteAverage: 5 }),
    ];
    await start({ films });
    const found = async (query: string) => titles(await json(`/3/discover/movie?sort_by=title.asc&${query}`));
    expect(await found("")).toEqual(["Älpler", "Boat", "Undated", "Zug"]);
    expect(await found("with_original_language=de")).toEqual(["Älpler", "Zug"]);
    expect(await found("vote_average.gte=7")).toEqual(["Älpler", "Boat"]);
    expect(await found("primary_release_date.gte=2000-01-01")).toEqual(["Boat", "Zug"]);
    expect(await found("primary_release_date.lte=2000-01-01")).toEqual(["Älpler", "Zug"]);
    expect(await found("primary_release_date.gte=2000-01-01&primary_release_date.lte=2000-06-01")).toEqual([
      "Zug",
    ]);
  });

  test("what plays came out last, what is upcoming is still to come, each film in one of them", async () => {
    const film = (id: number, releaseDate: string | null, popularity: number) =>
      standInFilm({ id, title: `Film ${id}`, releaseDate, popularity });
    await start({
      films: [
        film(1, "2010-06-15", 1),
        film(2, "2010-05-01", 2),
        film(3, "2010-12-01", 9),
        film(4, "2010-06-16", 3),
        film(5, null, 8),
        film(6, "", 7),
      ],
    });
    const list = async (name: string) => titles(await json(`/3/movie/${name}?region=DE`));
    expect(await list("now_playing")).toEqual(["Film 2", "Film 1"]);
    expect(await list("upcoming")).toEqual(["Film 4", "Film 3"]);
    expect(await list("popular")).toEqual(["Film 3", "Film 5", "Film 6", "Film 4", "Film 2", "Film 1"]);
  });

  test("of the sample catalogue all have films", async () => {
    await start({});
    expect(await json("/3/movie/now_playing?page=3")).toMatchObject({ total_results: 60 });
    expect(await json("/3/movie/now_playing?page=4")).toMatchObject({ results: [] });
    expect((await json("/3/movie/upcoming")).results).toHaveLength(20);
    expect((await json("/3/movie/popular?page=100")).results).toHaveLength(20);
  });

  test.each([
    ["de-DE", "Krimi"],
    ["fr", "Crime"],
    ["es-MX", "Crimen"],
    ["ar", "جريمة"],
    ["en-US", "Crime"],
    ["it", "Crime"],
  ])("genres are in the language asked for: %s", async (language, crime) => {
    await start({ films: [] });
    const { genres } = await json(`/3/genre/movie/list?language=${language}`);
    expect(genres).toHaveLength(19);
    expect(genres).toContainEqual({ id: 80, name: crime });
    expect(genres.at(-1)).toMatchObject({ id: 37 });
    expect(new Set(genres.map(({ name }: { name: string }) => name)).size).toBe(19);
  });

  test("genres and image sizes are TMDB's", async () => {
    await start({ films: [] });
    expect((await json("/3/genre/movie/list")).genres).toContainEqual({ id: 878, name: "Science Fiction" });
    const { images } = await json("/3/configuration");
    expect(images.secure_base_url).toBe(`${standIn.imageUrl}/`);
    expect(images.poster_sizes).toContain("w342");
  });
});

test("requests can be counted; images are not among them", async () => {
  await start({ films: numbered(1) });
  await ask("/3/search/movie?query=a");
  await fetch(`${standIn.url}/3/configuration`);
  await fetch(`${standIn.imageUrl}/w342/poster-1.svg`);
  expect(standIn.requests.map(({ path, query }) => `${path} ${query}`)).toEqual([
    "/3/search/movie query=a",
    "/3/configuration ",
  ]);
});
