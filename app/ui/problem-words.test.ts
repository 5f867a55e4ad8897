import { i18nOf } from "@/app/i18n/i18n";
import { LANGUAGE_CODES, type Language } from "@/app/i18n/languages";
import { parseDiscoverRequest } from "@/lib/movies/discover-request";
import { toProblem } from "@/lib/movies/problems";
import { parseListRequest, parseSearchRequest } from "@/lib/movies/search-request";

import { problemWords } from "./problem-words";

function words(parse: (search: string) => unknown, search: string, language: Language): string {
  try {
    parse(search);
  } catch (error) {
    return problemWords(toProblem(error), i18nOf(language)).detail;
  }
  throw new Error(`${search} was accepted`);
}

const discovered = (search: string, language: Language) => words(parseDiscoverRequest, search, language);

describe("what is wrong with a choice", () => {
  it("is said in the visitor's language, by the names of the fields", () => {
    const search = "fromYear=2000&toYear=1990";
    expect(Object.fromEntries(LANGUAGE_CODES.map((code) => [code, discovered(search, code)]))).toEqual({
      en: "“From year” must not be after “To year”.",
      de: "„Ab Jahr“ darf nicht nach „Bis Jahr“ liegen.",
      fr: "«\u00a0À partir de l’année\u00a0» ne doit pas être après «\u00a0Jusqu’à l’année\u00a0».",
      es: "«Desde el año» no debe ser posterior a «Hasta el año».",
      ar: "يجب ألا يكون «\u2068من سنة\u2069» بعد «\u2068إلى سنة\u2069».",
    });
  });

  it("is said by the parameter's name where no form has it", () => {
    expect(words(parseSearchRequest, "query=a&page=0", "de")).toBe(
      "„page“ muss eine ganze Zahl von 1 bis 500 sein.",
    );
  });

  const many = Array.from({ length: 21 }, (_, index) => index + 1).join(",");
  it.each([
    [parseDiscoverRequest, "fromYear=1869", "„Ab Jahr“ muss eine ganze Zahl von 1870 bis 2100 sein."],
    [parseDiscoverRequest, `genre=${many}`, "„Genres“: höchstens 20."],
    [parseDiscoverRequest, "sort=best", "„Sortieren nach“ muss eine der vorhandenen Möglichkeiten sein."],
    [
      parseDiscoverRequest,
      "sort=title.asc&sort=title.asc",
      "„Sortieren nach“ darf nur einmal angegeben sein.",
    ],
    [
      parseDiscoverRequest,
      "originalLanguage=klingon",
      "„Originalsprache“ muss der Code einer Sprache sein, etwa en.",
    ],
    [parseSearchRequest, "query=a&language=x", "„Titel auf“ muss der Code einer Sprache sein, etwa en-US."],
    [parseSearchRequest, "query=", "„Filme suchen“ muss 1 bis 100 Zeichen haben."],
    [parseSearchRequest, "query=a%00b", "„Filme suchen“ darf keine Steuerzeichen enthalten."],
    [parseSearchRequest, "query=%FF", "„Filme suchen“ muss UTF-8 sein."],
    [parseListRequest, "region=xxx", "„Region“ muss der Code eines Landes sein, etwa US."],
  ])("has a sentence for every rule: %p %s", (parse, search, sentence) => {
    expect(words(parse, search, "de")).toBe(sentence);
  });
});
