import { startApi, type Api } from "./testing/api";

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const QUERY = "query must have 1 to 100 characters.";
const PAGE = "page must be a whole number from 1 to 500.";
const YEAR = "year must be a whole number from 1870 to 2100.";
const LANGUAGE = "language must be an ISO 639-1 code with an optional region, like en-US.";
const REGION = "region must be an ISO 3166-1 code, like US.";
const ID = "id must be a whole number from 1 to 2147483647.";

describe("a bad parameter is answered with 400 and what is allowed", () => {
  it.each([
    ["/api/movies", "query", QUERY],
    ["/api/movies?q=matrix", "query", QUERY],
    ["/api/movies?query=", "query", QUERY],
    ["/api/movies?query=%20%09%E3%80%80", "query", QUERY],
    [`/api/movies?query=${"x".repeat(101)}`, "query", QUERY],
    [`/api/movies?query=${encodeURIComponent("🎬".repeat(101))}`, "query", QUERY],
    ["/api/movies?query=a&query=b", "query", "query must be given once only."],
    ["/api/movies?query=%FF", "query", "query must be UTF-8."],
    ["/api/movies?query=a%00b", "query", "query must have no control characters."],
    ["/api/movies?query=matrix&page=0", "page", PAGE],
    ["/api/movies?query=matrix&page=-1", "page", PAGE],
    ["/api/movies?query=matrix&page=501", "page", PAGE],
    ["/api/movies?query=matrix&page=1.5", "page", PAGE],
    ["/api/movies?query=matrix&page=abc", "page", PAGE],
    ["/api/movies?query=matrix&page=", "page", PAGE],
    ["/api/movies?query=matrix&page=1&page=1", "page", "page must be given once only."],
    ["/api/movies?query=matrix&year=1700", "year", YEAR],
    ["/api/movies?query=matrix&year=soon", "year", YEAR],
    ["/api/movies?query=matrix&language=english", "language", LANGUAGE],
    ["/api/movies/trending?page=0", "page", PAGE],
    ["/api/movies/trending?language=%3Cscript%3E", "language", LANGUAGE],
    ["/api/movies/now-playing?region=USA", "region", REGION],
    ["/api/movies/popular?page=501", "page", PAGE],
    ["/api/movies/upcoming?region=%3Cb%3E", "region", REGION],
    ["/api/movies/discover?genre=action", "genre", ID.replace("id", "genre")],
    ["/api/movies/discover?fromYear=1700", "fromYear", YEAR.replace("year", "fromYear")],
    ["/api/movies/discover?fromYear=2000&toYear=1999", "fromYear", "fromYear must not be after toYear."],
    ["/api/movies/discover?minRating=10", "minRating", "minRating must be a whole number from 1 to 9."],
    ["/api/movies/0", "id", ID],
    ["/api/movies/-1", "id", ID],
    ["/api/movies/abc", "id", ID],
    ["/api/movies/603-the-matrix", "id", ID],
    [`/api/movies/${"9".repeat(30)}`, "id", ID],
    ["/api/movies/%3Cscript%3E", "id", ID],
    ["/api/movies/603?language=english", "language", LANGUAGE],
    ["/api/movies/603?region=Germany", "region", REGION],
    ["/api/people/abc", "id", ID],
    ["/api/people/6384?language=english", "language", LANGUAGE],
    ["/api/genres?language=english", "language", LANGUAGE],
  ])("%s", async (path, parameter, detail) => {
    const { status, headers, body } = await api.ask(path);
    expect(status).toBe(400);
    expect(headers.get("content-type")).toBe("application/problem+json");
    expect(headers.get("cache-control")).toBe("no-cache");
    expect(body).toEqual({
      type: "urn:movies-viewer:bad-parameter",
      title: "Bad parameter",
      status: 400,
      detail,
      instance: path.replace(/\?.*/, ""),
      parameter,
    });
  });

  it("and costs TMDB nothing", async () => {
    await api.ask("/api/movies?query=");
    expect(api.tmdb.requests).toEqual([]);
  });
});

describe("what is no bad parameter", () => {
  it.each([
    `/api/movies?query=${"x".repeat(100)}`,
    `/api/movies?query=${encodeURIComponent("🎬".repeat(100))}`,
    `/api/movies?query=${"%20".repeat(200)}matrix`,
    "/api/movies?query=matrix&page=500",
    "/api/movies?query=matrix&unknown=%FF&unknown=2",
    "/api/movies?query=matrix&year=&language=",
    "/api/movies/trending?query=&year=soon&region=Germany",
    "/api/movies/discover?genre=&fromYear=&toYear=&originalLanguage=&minRating=&sort=&language=",
    "/api/movies/popular?region=",
    "/api/genres?page=0&region=Germany",
    "/api/movies/603?page=0&query=",
  ])("is answered: %s", async (path) => {
    expect((await api.ask(path)).status).toBe(200);
  });
});
