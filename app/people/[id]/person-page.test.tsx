import { renderToStaticMarkup } from "react-dom/server";

import * as i18n from "@/app/i18n/i18n";
import { MOST_CREDITS, type Person } from "@/lib/movies";

import { PersonPage } from "./person-page";
import { barePerson } from "./testing/bare-person";

jest.mock("@/app/i18n/i18n", () => {
  const actual = jest.requireActual<typeof i18n>("@/app/i18n/i18n");
  return { ...actual, useI18n: () => actual.i18nOf("en") };
});

const credit = (id: number): Person["credits"][number] => ({
  id,
  title: `Film ${id}`,
  originalTitle: `Film ${id}`,
  originalLanguage: "en",
  releaseDate: "1999-03-31",
  year: 1999,
  genreIds: [],
  posterPath: null,
  backdropPath: null,
  voteAverage: 0,
  voteCount: 0,
  popularity: 0,
  character: null,
  jobs: [],
});

/** The page of somebody with so many films. */
function pageWith(films: number): string {
  const value: Person = {
    ...barePerson,
    id: 1,
    credits: Array.from({ length: films }, (_, place) => credit(place + 1)),
  };
  const cache = { source: "tmdb", hits: 0, stale: false, stored: true } as const;
  const times = { fetchedAt: 0, freshUntil: 0, answeredAt: 0 };
  return renderToStaticMarkup(<PersonPage answer={{ value, cache: { ...cache, ...times } }} />);
}

const { t } = i18n.i18nOf("en");

test("the films of a life are all there", () => {
  const html = pageWith(MOST_CREDITS - 1);
  expect(html).toContain(`${t("person.films")}</h2>`);
  expect(html).not.toContain(t("person.filmsOnTmdb"));
});

test("where there may be more than are kept, nobody says that these are all", () => {
  const html = pageWith(MOST_CREDITS);
  expect(html).not.toContain(`${t("person.films")}</h2>`);
  expect(html).toContain(
    `<a href="https://www.themoviedb.org/person/1" rel="noreferrer nofollow">${t("person.filmsOnTmdb")}`,
  );
});
