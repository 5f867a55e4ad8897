import type { Person } from "@/lib/movies";

/** Somebody of whom nothing is known but a name. */
export const barePerson: Person = {
  id: 6384,
  name: "Keanu Reeves",
  biography: "",
  birthday: null,
  deathday: null,
  placeOfBirth: null,
  profilePath: null,
  department: null,
  homepage: null,
  imdbId: null,
  credits: [],
};
