import { randomFrom, type Random } from "../random";
import type { StandInFilm } from "./film";
import type { SampleRow } from "./sample-rows";

const KIND: Readonly<Record<string, string>> = {
  Action: "action film",
  Adventure: "adventure film",
  "Black Comedy": "black comedy",
  Comedy: "comedy",
  "Concert/Performance": "concert film",
  Documentary: "documentary",
  Drama: "drama",
  Horror: "horror film",
  Musical: "musical",
  "Romantic Comedy": "romantic comedy",
  "Thriller/Suspense": "thriller",
  Western: "western",
};

const FLAVOUR: Readonly<Record<string, string>> = {
  Dramatization: "fact-based",
  Fantasy: "fantasy",
  "Historical Fiction": "historical",
  "Kids Fiction": "family",
  "Science Fiction": "science-fiction",
  "Super Hero": "superhero",
};

const ORIGIN: Readonly<Record<string, string>> = {
  "Based on Book/Short Story": "adapted from a book or short story",
  "Based on Comic/Graphic Novel": "drawn from the pages of a comic",
  "Based on Factual Book/Article": "based on a work of non-fiction",
  "Based on Game": "based on a game",
  "Based on Magazine Article": "inspired by a magazine article",
  "Based on Musical/Opera": "adapted from a work for the musical stage",
  "Based on Play": "adapted from a stage play",
  "Based on Real Life Events": "inspired by real events",
  "Based on Short Film": "grown out of a short film",
  "Based on TV": "brought over from television",
  "Based on Toy": "based on a toy",
  Compilation: "compiled from earlier material",
  "Disney Ride": "inspired by a theme-park ride",
  "Original Screenplay": "from an original screenplay",
  Remake: "a new telling of an earlier film",
  "Spin-Off": "a spin-off of an earlier story",
  "Traditional/Legend/Fairytale": "rooted in legend and fairy tale",
};

/** Returns 146083 as "$146,083" and 2767891499 as "$2.77 billion". */
function dollars(amount: number): string {
  if (amount >= 1e9) return `$${Number((amount / 1e9).toPrecision(3))} billion`;
  if (amount >= 1e6) return `$${Number((amount / 1e6).toPrecision(3))} million`;
  return `$${amount.toLocaleString("en-US")}`;
}

const MONTH = new Intl.DateTimeFormat("en-US", { month: "long", year: "numeric", timeZone: "UTC" });

function opening(row: SampleRow, { director, releaseDate }: StandInFilm, random: Random): string {
  const flavour = FLAVOUR[row["Creative Type"] ?? ""];
  const kind = [flavour, KIND[row["Major Genre"] ?? ""] ?? "film"].filter(Boolean).join(" ");
  const origin = ORIGIN[row.Source ?? ""];
  const ofYear = releaseDate ? ` of ${releaseDate.slice(0, 4)}` : "";
  const fromOrigin = origin ? `, ${origin}` : "";

  const article = /^[aeiou]/.test(kind) ? "An" : "A";
  const wordings: [string, ...string[]] = [
    `${article} ${kind}${ofYear}${director ? ` directed by ${director}` : ""}${fromOrigin}.`,
  ];
  if (director) wordings.push(`${director} directs this ${kind}${ofYear}${fromOrigin}.`);
  if (releaseDate) {
    const reached = `reached cinemas in ${MONTH.format(new Date(releaseDate))}`;
    wordings.push(
      `This ${kind}${origin ? `, ${origin},` : ""} ${reached}${director ? `, directed by ${director}` : ""}.`,
    );
  }
  return random.pick(wordings);
}

function release({ company, runtime, certification }: StandInFilm): string | null {
  const rated = certification !== null && certification !== "NR" && `rated ${certification}`;
  const minutes = runtime > 0 && `It runs ${runtime} minutes`;
  if (company === null) return minutes ? `${minutes}${rated ? ` and is ${rated}` : ""}.` : null;
  const released = `${company} released it in the United States${rated ? `, where it is ${rated}` : ""}`;
  return minutes ? `${minutes}; ${released}.` : `${released}.`;
}

function takings(row: SampleRow): string | null {
  const home = row["US Gross"] ?? 0;
  const world = row["Worldwide Gross"] ?? 0;
  if (world <= 0) return null;
  const abroad = home > 0 && world > home * 1.01;
  return `It took ${dollars(world)} in cinemas${abroad ? ` worldwide, ${dollars(home)} of that in the United States` : ""}.`;
}

/** Returns a few plain sentences made from the facts of a row; the data has no text of its own. */
export function composeOverview(row: SampleRow, film: StandInFilm): string {
  const random = randomFrom(`overview ${film.id}`);
  return [opening(row, film, random), release(film), takings(row)].filter(Boolean).join(" ");
}
