import type { PersonCredit } from "@/lib/movies";

import { bestKnown } from "./best-known";
import { creditsByYear } from "./credits-by-year";
import { paragraphs } from "./paragraphs";

const credit = (id: number, year: number | null, voteCount = 0): PersonCredit => ({
  id,
  title: `Film ${id}`,
  originalTitle: `Film ${id}`,
  originalLanguage: "en",
  releaseDate: year === null ? null : `${year}-01-01`,
  year,
  genreIds: [],
  posterPath: null,
  backdropPath: null,
  voteAverage: 0,
  voteCount,
  popularity: 0,
  character: null,
  jobs: [],
});

const ids = (credits: readonly PersonCredit[]) => credits.map(({ id }) => id);

describe("the films of somebody's life", () => {
  it("stand by year, in the order they came in", () => {
    const credits = [credit(1, null), credit(2, 2020), credit(3, 2020), credit(4, 1999)];
    expect(creditsByYear(credits).map((one) => [one.year, ids(one.credits)])).toEqual([
      [null, [1]],
      [2020, [2, 3]],
      [1999, [4]],
    ]);
    expect(creditsByYear([])).toEqual([]);
  });

  it("are best known by the votes, six of them", () => {
    const credits = [3, 1, 7, 5, 2, 6, 4].map((votes) => credit(votes, 2000 + votes, votes));
    expect(ids(bestKnown(credits))).toEqual([7, 6, 5, 4, 3, 2]);
    expect(ids(credits)).toEqual([3, 1, 7, 5, 2, 6, 4]);
  });

  it("are not told apart where there are no more than that", () => {
    expect(bestKnown([1, 2, 3, 4, 5, 6].map((id) => credit(id, 2000)))).toEqual([]);
  });
});

describe("the paragraphs of a biography", () => {
  it("are its lines, none empty", () => {
    expect(paragraphs("Born.\n\nLived.\r\n \r\n  Died. \n")).toEqual(["Born.", "Lived.", "Died."]);
    expect(paragraphs(" \n ")).toEqual([]);
  });
});
