import { standInFilm } from "../../local/tmdb/catalogue/film";

const ID = 900_001;

const trailer = {
  id: "trailer",
  iso_639_1: "en",
  iso_3166_1: "US",
  key: "abc-DEF_123",
  name: "Official Trailer",
  official: true,
  site: "YouTube",
  size: 1080,
  type: "Trailer",
};

/** Who plays the lead in the film about which everything is known, and of whom everything is known. */
export const leadingActor = {
  id: 1,
  name: "Ann Example",
  biography:
    "Ann Example grew up on a lighthouse.\n\nShe has played lamps and those who light them since 1999.",
  birthday: "1970-01-02",
  place_of_birth: "Quill Bay",
  homepage: "https://www.example.com/ann",
  imdb_id: "nm0000001",
};

const credit = (id: number, name: string) => ({ id, name, profile_path: null });
const actor = (id: number, name: string, character: string) => ({
  ...credit(id, name),
  character,
  order: id,
});
const worker = (id: number, name: string, department: string, job: string) => ({
  ...credit(id, name),
  department,
  job,
});

const leadIn = (character: string) => ({
  ...actor(leadingActor.id, leadingActor.name, character),
  profile_path: "/profile-1.svg",
});

const released = (iso_3166_1: string, day: string, certification: string) => ({
  iso_3166_1,
  release_dates: [{ certification, iso_639_1: "", note: "", release_date: `${day}T00:00:00.000Z`, type: 3 }],
});

const provider = (id: number, name: string) => ({
  provider_id: id,
  provider_name: name,
  logo_path: `/logo-${id}.svg`,
  display_priority: id,
});
const offersOf = (region: string) => `https://www.themoviedb.org/movie/${ID}/watch?locale=${region}`;

/** A film about which everything is known, in the United States and, otherwise, in Germany. */
export const whole = standInFilm({
  id: ID,
  title: "The Lamplighter of Quill Bay",
  originalTitle: "Der Laternenanzünder",
  originalLanguage: "de",
  releaseDate: "2019-06-14",
  overview: "A lamplighter finds that the lamps of the bay have begun to answer.",
  genreIds: [18, 14],
  director: "Ines Example",
  runtime: 127,
  voteAverage: 7.9,
  voteCount: 1234,
  budget: 12_000_000,
  revenue: 34_500_000,
  facts: {
    tagline: "Somebody has to light them.",
    homepage: "https://www.example.com/lamplighter",
    imdb_id: "tt9000001",
    belongs_to_collection: {
      id: 900_100,
      name: "The Quill Bay Collection",
      poster_path: `/poster-${ID}.svg`,
      backdrop_path: `/backdrop-${ID}.svg`,
    },
    spoken_languages: [{ iso_639_1: "de" }, { iso_639_1: "en" }],
    production_countries: [{ iso_3166_1: "DE" }, { iso_3166_1: "IE" }],
  },
  people: [leadingActor],
  parts: {
    credits: {
      cast: [leadIn("The Lamplighter"), actor(2, "北野 見本", "A Lamp"), actor(3, "Cher", "")],
      crew: [
        worker(9, "Ines Example", "Directing", "Director"),
        worker(9, "Ines Example", "Writing", "Screenplay"),
        worker(10, "Paul Example", "Production", "Producer"),
        worker(11, "Cleo Example", "Camera", "Director of Photography"),
        worker(12, "Max Example", "Sound", "Original Music Composer"),
        worker(13, "Eva Example", "Editing", "Editor"),
      ],
    },
    release_dates: { results: [released("US", "2019-06-14", "PG-13"), released("DE", "2019-05-30", "12")] },
    videos: { results: [trailer] },
    "watch/providers": {
      results: {
        US: {
          link: offersOf("US"),
          flatrate: [provider(900_201, "Lampstream")],
          rent: [provider(900_202, "Rent-a-Reel")],
          buy: [provider(900_202, "Rent-a-Reel"), provider(900_203, "Shelf & Sons")],
        },
        DE: { link: offersOf("DE"), free: [provider(900_204, "Leuchtkanal")] },
      },
    },
  },
});

/** A film that is announced, without a date: of the same actor. */
export const announced = standInFilm({
  id: 900_006,
  title: "Zyxsoon",
  posterPath: null,
  parts: { credits: { cast: [leadIn("The Keeper")], crew: [] } },
});
