import { scriptJson } from "@/app/json-ld";
import type { MovieDetails } from "@/lib/movies";

import { movieJsonLd } from "./movie-json-ld";

const BARE: MovieDetails = {
  id: 603,
  title: "The Matrix",
  originalTitle: "The Matrix",
  originalLanguage: "",
  releaseDate: null,
  year: null,
  genreIds: [],
  posterPath: null,
  backdropPath: null,
  voteAverage: 0,
  voteCount: 0,
  popularity: 0,
  overview: "",
  genres: [],
  tagline: null,
  runtime: null,
  status: null,
  budget: null,
  revenue: null,
  homepage: null,
  imdbId: null,
  collection: null,
  spokenLanguages: [],
  productionCountries: [],
  directors: [],
  writers: [],
  crew: [],
  cast: [],
  trailers: [],
  recommendations: [],
  certification: null,
  region: {
    code: "US",
    certification: null,
    releaseDate: null,
    watch: { link: null, stream: [], free: [], rent: [], buy: [] },
  },
  regions: [],
};

const WHOLE: MovieDetails = {
  ...BARE,
  originalTitle: "Die Matrix",
  originalLanguage: "de",
  releaseDate: "1999-03-31",
  voteAverage: 8.2,
  voteCount: 26000,
  overview: "A hacker learns.",
  genres: [{ id: 28, name: "Action" }],
  runtime: 136,
  imdbId: "tt0133093",
  directors: [{ id: 9340, name: "Lana Wachowski", job: "Director" }],
  cast: Array.from({ length: 12 }, (_, index) => ({
    id: index + 1,
    name: `Actor ${index + 1}`,
    character: null,
    profilePath: null,
  })),
  certification: "R",
};

const HOSTILE = '</script><script>alert("x")</script><!--';

const places = { addressOf: (path: string) => `https://films.example${path}`, image: null };
/** As search engines read it. */
const read = (film: MovieDetails, image: string | null = null) =>
  JSON.parse(scriptJson(movieJsonLd(film, { ...places, image }))) as Record<string, unknown>;

describe("a film for search engines", () => {
  it("says what is known of it", () => {
    const { actor, ...film } = read(WHOLE, "https://image.example/p.jpg");
    expect(film).toEqual({
      "@context": "https://schema.org",
      "@type": "Movie",
      url: "https://films.example/movies/603",
      name: "The Matrix",
      alternateName: "Die Matrix",
      description: "A hacker learns.",
      image: "https://image.example/p.jpg",
      datePublished: "1999-03-31",
      duration: "PT2H16M",
      contentRating: "R",
      genre: ["Action"],
      inLanguage: "de",
      director: [{ "@type": "Person", name: "Lana Wachowski", url: "https://films.example/people/9340" }],
      aggregateRating: {
        "@type": "AggregateRating",
        ratingValue: 8.2,
        ratingCount: 26000,
        bestRating: 10,
        worstRating: 0.5,
      },
      sameAs: ["https://www.themoviedb.org/movie/603", "https://www.imdb.com/title/tt0133093/"],
    });
    expect(actor).toHaveLength(10);
    expect(actor).toContainEqual({
      "@type": "Person",
      name: "Actor 1",
      url: "https://films.example/people/1",
    });
  });

  it("leaves out what is not known, the rating too while nobody has voted", () => {
    expect(read(BARE)).toEqual({
      "@context": "https://schema.org",
      "@type": "Movie",
      url: "https://films.example/movies/603",
      name: "The Matrix",
      sameAs: ["https://www.themoviedb.org/movie/603"],
    });
  });

  it("keeps hostile texts as they are, and inside of their script", () => {
    const film = { ...WHOLE, title: HOSTILE, overview: HOSTILE, certification: HOSTILE };
    expect(scriptJson(movieJsonLd(film, places))).not.toContain("<");
    expect(read(film)).toMatchObject({ name: HOSTILE, description: HOSTILE, contentRating: HOSTILE });
  });
});
