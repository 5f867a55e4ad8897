import { scriptJson } from "@/app/json-ld";
import type { Person } from "@/lib/movies";

import { personJsonLd } from "./person-json-ld";
import { barePerson } from "./testing/bare-person";

const WHOLE: Person = {
  ...barePerson,
  biography: "An actor of many films.",
  birthday: "1964-09-02",
  deathday: "2064-09-02",
  placeOfBirth: "Beirut, Lebanon",
  imdbId: "nm0000206",
};

const HOSTILE = '</script><script>alert("x")</script><!--';
const url = "https://films.example/people/6384";
/** As search engines read it. */
const read = (person: Person, image: string | null = null) =>
  JSON.parse(scriptJson(personJsonLd(person, { url, image }))) as object;

describe("somebody for search engines", () => {
  it("is described by what is known", () => {
    expect(read(WHOLE, "https://image.example/p.jpg")).toEqual({
      "@context": "https://schema.org",
      "@type": "Person",
      url,
      name: "Keanu Reeves",
      description: "An actor of many films.",
      image: "https://image.example/p.jpg",
      birthDate: "1964-09-02",
      birthPlace: { "@type": "Place", name: "Beirut, Lebanon" },
      deathDate: "2064-09-02",
      sameAs: ["https://www.themoviedb.org/person/6384", "https://www.imdb.com/name/nm0000206/"],
    });
  });

  it("has nothing that is not known", () => {
    expect(read(barePerson)).toEqual({
      "@context": "https://schema.org",
      "@type": "Person",
      url,
      name: "Keanu Reeves",
      sameAs: ["https://www.themoviedb.org/person/6384"],
    });
  });

  it("keeps hostile texts as they are, and inside of their script", () => {
    const person = { ...WHOLE, name: HOSTILE, biography: HOSTILE, placeOfBirth: HOSTILE };
    expect(scriptJson(personJsonLd(person, { url, image: null }))).not.toContain("<");
    expect(read(person)).toMatchObject({
      name: HOSTILE,
      description: HOSTILE,
      birthPlace: { name: HOSTILE },
    });
  });
});
