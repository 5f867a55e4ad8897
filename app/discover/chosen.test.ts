import { i18nOf } from "@/app/i18n/i18n";

import { chosenFilters } from "./chosen";
import { choicesOf } from "./discover-address";

const GENRES = [
  { id: 28, name: "Action" },
  { id: 12, name: "Abenteuer" },
];

const chosen = (search: string) => chosenFilters(choicesOf(search), GENRES, i18nOf("de"));

describe("the chosen filters", () => {
  it("are named in the visitor's language, each with the address without it", () => {
    expect(chosen("?genre=28&genre=12&fromYear=1990&originalLanguage=ja&page=4")).toEqual([
      { name: "Action", without: "/discover?genre=12&fromYear=1990&originalLanguage=ja" },
      { name: "Abenteuer", without: "/discover?genre=28&fromYear=1990&originalLanguage=ja" },
      { name: "Ab 1990", without: "/discover?genre=28&genre=12&originalLanguage=ja" },
      { name: "Japanisch", without: "/discover?genre=28&genre=12&fromYear=1990" },
    ]);
  });

  it("are none where nothing is chosen, and an order chooses nothing", () => {
    expect(chosen("?sort=title.asc&toYear=")).toEqual([]);
  });

  it("can be taken back even where they can't be used", () => {
    expect(chosen("?genre=zzz&originalLanguage=klingon").map(({ name }) => name)).toEqual(["zzz", "klingon"]);
    expect(chosen("?toYear=x").map(({ without }) => without)).toEqual(["/discover"]);
  });
});
