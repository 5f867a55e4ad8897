import { initials } from "./initials";

describe("initials", () => {
  it.each([
    ["Keanu Reeves", "KR"],
    ["Carrie-Anne van der Moss", "CM"],
    ["Cher", "C"],
    ["北野 見本", "北見"],
    ["  𝒜da   𝓛ovelace ", "𝒜𝓛"],
    ["", ""],
  ])("of “%s” are “%s”", (name, expected) => {
    expect(initials(name)).toBe(expected);
  });
});
