import { canonicalQuery } from "./search-request";

describe("the canonical spelling of a query", () => {
  it.each([
    ["white space around it", "  the matrix\t\n", "the matrix"],
    ["white space of any kind within it", "the \t\u00a0\u2003\u3000 matrix", "the matrix"],
    ["case", "The MATRIX", "the matrix"],
    ["letters put together of parts", "Ame\u0301lie", "am\u00e9lie"],
    ["letters in one piece", "AM\u00c9LIE", "am\u00e9lie"],
    ["letters with several marks in any order", "q\u0323\u0307 Q\u0307\u0323", "q\u0323\u0307 q\u0323\u0307"],
    [
      "the sigma at a word's end",
      "\u039f\u0394\u03a5\u03a3\u03a3\u0395\u03a5\u03a3",
      "\u03bf\u03b4\u03c5\u03c3\u03c3\u03b5\u03c5\u03c3",
    ],
    ["a Kelvin sign", "300 \u212a", "300 k"],
    ["the Turkish dotted I, which keeps its dot", "\u0130stanbul", "i\u0307stanbul"],
    ["capitals beyond the first plane", "\ud801\udc00", "\ud801\udc28"],
    ["nothing at all", " \u3000 ", ""],
  ])("does not depend on %s", (_name, query, expected) => {
    expect(canonicalQuery(query)).toBe(expected);
  });

  it.each([
    ["accents", "Amélie", "Amelie"],
    ["marks", "spider-man", "spiderman"],
    ["the dot of an i", "ılık", "ilik"],
    ["compatible letters", "ﬁlm", "film"],
    ["word order", "matrix the", "the matrix"],
  ])("keeps queries apart that differ in %s", (_name, one, other) => {
    expect(canonicalQuery(one)).not.toBe(canonicalQuery(other));
  });

  it("is one for the final and the other sigma, wherever they stand", () => {
    const spellings = ["ΟΔΟΣ ΟΝΕΙΡΩΝ", "οδος ονειρων", "οδοσ ονειρων", " Οδος  Ονειρων "];
    expect(new Set(spellings.map(canonicalQuery))).toEqual(new Set(["οδοσ ονειρων"]));
  });

  it("is its own canonical spelling, for thousands of odd queries", () => {
    const letters = [
      ..."aAßẞİıIiΣσςÉé\u0301\u0307\u0323\u0345ǅΐΰﬁK\u212a\u2126ÅﷺᾈᾳῼƛȺ가각\u1100\u1161\u11a8\u0f71\u0f72",
      ..." \t\n\u00a0\u2000\u3000\ufeff\u200b\u0085🎬👩\u200d🚀\ud801\udc00",
    ];
    let seed = 7;
    const next = (below: number) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    for (let sample = 0; sample < 20_000; sample++) {
      const query = Array.from({ length: 1 + next(8) }, () => letters[next(letters.length)]).join("");
      const once = canonicalQuery(query);
      expect([query, canonicalQuery(once)]).toEqual([query, once]);
    }
  });
});
