import { gzipSync } from "node:zlib";

import { fixedSecret } from "@/lib/aws/secret";
import { json, startServer, type TestServer } from "@/lib/testing/server";
import { tmdbMovie } from "@/lib/testing/tmdb";

import { createTmdbClient } from "./client";
import { inRegion } from "./movie-details";

let tmdb: TestServer;
beforeEach(async () => {
  tmdb = await startServer(json(200, tmdbMovie()));
});
afterEach(() => tmdb.close());

function everywhere(releases: unknown, offers: unknown = {}) {
  tmdb.respond = json(
    200,
    tmdbMovie({ release_dates: { results: releases }, "watch/providers": { results: offers } }),
  );
  const client = createTmdbClient({ apiUrl: tmdb.url, key: fixedSecret("a-key") });
  return client.movie(603, { language: "en-US" });
}

const release = (release_date: string, type: number, certification = "") => ({
  certification,
  release_date: `${release_date}T00:00:00.000Z`,
  type,
});
const country = (iso_3166_1: string, ...release_dates: object[]) => ({ iso_3166_1, release_dates });
const provider = (provider_id: number, fields: object = {}) => ({
  provider_id,
  provider_name: `No. ${provider_id}`,
  logo_path: `/logo-${provider_id}.jpg`,
  display_priority: 1,
  ...fields,
});
const LINK = "https://www.themoviedb.org/movie/603-the-matrix/watch?locale=US";

describe("the certificate and date of a film in a region", () => {
  it("are the region's own", async () => {
    const film = await everywhere([
      country("US", release("1999-03-31", 3, "R")),
      country("DE", release("1999-06-17", 3, "16")),
    ]);
    expect(inRegion(film, "US")).toMatchObject({
      certification: "R",
      region: { code: "US", certification: "R", releaseDate: "1999-03-31" },
      regions: ["DE", "US"],
    });
    expect(inRegion(film, "DE")).toMatchObject({
      certification: "16",
      region: { code: "DE", certification: "16", releaseDate: "1999-06-17" },
    });
    expect(inRegion(film, "DE")).not.toHaveProperty("allRegions");
  });

  it("are the first certificate that is not empty, and the first day in cinemas", async () => {
    const film = await everywhere([
      country(
        "US",
        release("1999-03-24", 1),
        release("1999-09-21", 5, "R"),
        release("1999-04-02", 3, "X"),
        release("1999-03-31", 2),
      ),
    ]);
    expect(inRegion(film, "US").region).toMatchObject({ certification: "R", releaseDate: "1999-03-31" });
  });

  it("are the earliest day where it never was in cinemas", async () => {
    const film = await everywhere([country("US", release("2020-02-02", 5), release("2020-01-01", 4))]);
    expect(inRegion(film, "US").region).toMatchObject({ certification: null, releaseDate: "2020-01-01" });
  });

  it.each(["constructor", "AQ"])("are none where nothing is known: %s", async (code) => {
    const film = await everywhere([country("US", release("1999-03-31", 3, "R"))]);
    expect(inRegion(film, code)).toMatchObject({
      certification: null,
      region: {
        code,
        certification: null,
        releaseDate: null,
        watch: { link: null, stream: [], free: [], rent: [], buy: [] },
      },
      regions: ["US"],
    });
  });

  it("do without what can't be read, which costs only itself", async () => {
    const film = await everywhere([
      country("us", release("1999-01-01", 3)),
      country("GB", { certification: 15, release_date: "soon", type: "3" }),
      "FR",
      country("DE", { release_date: null }, release("1999-06-17", 3)),
    ]);
    expect(inRegion(film, "DE")).toMatchObject({ region: { releaseDate: "1999-06-17" }, regions: ["DE"] });
  });
});

describe("where to watch a film in a region", () => {
  it("is told by kind of offer, each provider once", async () => {
    const film = await everywhere([], {
      US: {
        link: LINK,
        flatrate: [provider(8), provider(8)],
        ads: [provider(300)],
        free: [provider(73), provider(300)],
        buy: [provider(2)],
      },
      DE: { link: LINK.replace("US", "DE"), rent: [provider(2)] },
    });
    const named = (id: number) => ({ id, name: `No. ${id}`, logoPath: `/logo-${id}.jpg` });
    expect(inRegion(film, "US")).toMatchObject({
      region: {
        watch: {
          link: LINK,
          stream: [named(8)],
          free: [named(73), named(300)],
          rent: [],
          buy: [named(2)],
        },
      },
      regions: ["DE", "US"],
    });
    expect(inRegion(film, "DE").region.watch).toMatchObject({ stream: [], rent: [named(2)], buy: [] });
  });

  it("stands beside certificate and date", async () => {
    const film = await everywhere([country("US", release("1999-03-31", 3, "R"))], {
      US: { link: LINK, buy: [provider(2)] },
    });
    expect(inRegion(film, "US").region).toMatchObject({
      certification: "R",
      releaseDate: "1999-03-31",
      watch: { link: LINK, buy: [{ id: 2 }] },
    });
  });

  it.each([
    "http://www.themoviedb.org/movie/603",
    "https://www.themoviedb.org.evil.example/movie/603",
    "https://evil.example/?www.themoviedb.org",
    "javascript:alert(1)",
    7,
  ])("never leads to another site: %s", async (link) => {
    const film = await everywhere([], { US: { link, buy: [provider(2)] } });
    expect(inRegion(film, "US").region.watch).toMatchObject({ link: null, buy: [{ id: 2 }] });
  });

  it("does without what can't be read, which costs only itself", async () => {
    const film = await everywhere([], {
      US: {
        flatrate: [{ provider_id: 1 }, "x", provider(8, { logo_path: "//evil.example/x.jpg" })],
        rent: 7,
      },
      DE: null,
      usa: { buy: [provider(2)] },
      FR: { link: LINK },
    });
    expect(inRegion(film, "US")).toMatchObject({
      region: { watch: { stream: [{ id: 8, name: "No. 8", logoPath: null }], rent: [] } },
      regions: ["US"],
    });
  });
});

describe("all regions of a film", () => {
  it("are small enough for one entry of the cache, in the worst of cases", async () => {
    const codes = Array.from({ length: 26 * 8 }, (_, index) =>
      String.fromCharCode(65 + (index % 26), 65 + Math.floor(index / 26)),
    );
    const offered = Array.from({ length: 30 }, (_, index) => provider(1000 + index));
    const offers = { link: LINK, flatrate: offered, free: offered, rent: offered, buy: offered };
    const film = await everywhere(
      codes.map((code) => country(code, release("1999-03-31", 3, "16"))),
      Object.fromEntries(codes.map((code) => [code, offers])),
    );
    expect(film.allRegions.providers).toHaveLength(30);
    expect(inRegion(film, "AA").regions).toHaveLength(208);
    const stored = JSON.stringify(film);
    expect(stored.length).toBeLessThan(200_000);
    expect(gzipSync(stored).length).toBeLessThan(20_000);
  });
});
