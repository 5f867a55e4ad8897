import { asksForPlainText, searchAddress } from "./search-address";

describe("the address of a search like another one", () => {
  it("keeps the query, its filters and how it is meant, but not the page", () => {
    expect(searchAddress("?query=dune+2021&page=3&year=1984&language=de-DE&literal=1")).toBe(
      "/?query=dune+2021&year=1984&language=de-DE&literal=1",
    );
  });

  it("differs in what is changed, and loses what is emptied", () => {
    expect(searchAddress("?query=dune&year=1984", { page: "2" })).toBe("/?query=dune&page=2&year=1984");
    expect(searchAddress("?query=dune&year=1984&language=fr", { year: "", language: "" })).toBe(
      "/?query=dune",
    );
  });

  it("names nothing that was left empty, is unknown, or is only white space", () => {
    expect(searchAddress("?query=++the++matrix+&year=&language=&utm_source=mail")).toBe("/?query=the+matrix");
  });
});

it.each([
  ["?query=1917&literal=1", true],
  ["?query=1917&literal=0", false],
  ["?query=1917", false],
])("%s asks for the plain text: %s", (search, plain) => {
  expect(asksForPlainText(search)).toBe(plain);
});
