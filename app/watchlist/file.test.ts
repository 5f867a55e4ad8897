import type { KeptFilm } from "@/app/ui/watchlist/film";

import { fromFile, toFile } from "./file";

const matrix: KeptFilm = {
  id: 603,
  title: "The Matrix",
  year: 1999,
  posterPath: "/matrix.jpg",
  voteAverage: 8.2,
  addedAt: "2026-01-01T12:00:00.000Z",
};
const unknown: KeptFilm = { ...matrix, id: 1, year: null, posterPath: null, voteAverage: 0 };

const fileOf = (film: object) => toFile([matrix, { ...matrix, ...film }]);

it("comes back from its file as it was", () => {
  expect(fromFile(toFile([matrix, unknown]))).toEqual([matrix, unknown]);
  expect(fromFile(toFile([]))).toEqual([]);
});

it("takes nothing of a film but what belongs to it", () => {
  expect(fromFile(fileOf({ id: 7, onclick: "alert(1)" }))?.[1]).toEqual({ ...matrix, id: 7 });
});

it.each([
  ["no JSON", "films: 603"],
  ["nothing", ""],
  ["null", "null"],
  ["a list", "[]"],
  ["another format", toFile([matrix]).replace("movies-viewer-watchlist", "another")],
  ["another version", toFile([matrix]).replace('"version": 1', '"version": 2')],
  ["no films", '{"format":"movies-viewer-watchlist","version":1}'],
  ["a film that is null", '{"format":"movies-viewer-watchlist","version":1,"films":[null]}'],
])("refuses %s", (_name, text) => {
  expect(fromFile(text)).toBeNull();
});

it.each<[string, object]>([
  ["an id that is none", { id: 0 }],
  ["an id that is too large", { id: 2_147_483_648 }],
  ["half an id", { id: 1.5 }],
  ["an id in words", { id: "603" }],
  ["no title", { title: "" }],
  ["a title that is none", { title: 603 }],
  ["a title without an end", { title: "x".repeat(1001) }],
  ["half a year", { year: 1999.5 }],
  ["a year that is missing", { year: undefined }],
  ["a poster elsewhere", { posterPath: "//elsewhere.example/x.jpg" }],
  ["a poster that leads out of its folder", { posterPath: "/../x.jpg" }],
  ["a rating beyond 10", { voteAverage: 11 }],
  ["a rating that is none", { voteAverage: null }],
  ["a day for a time", { addedAt: "2026-01-01" }],
  ["a time that is none", { addedAt: "soon" }],
])("refuses the whole file for a film with %s", (_name, film) => {
  expect(fromFile(fileOf(film))).toBeNull();
});
