import { chooseTrailer } from "./choose-trailer";

const trailer = (key: string, language: string | null) =>
  ({ name: key, site: "YouTube", key, official: true, language }) as const;

const japanese = trailer("japanese", "ja");
const english = trailer("english", "en");
const german = trailer("german", "de");
const second = trailer("second", "de");
const wordless = trailer("wordless", null);

describe("the trailer shown", () => {
  it("is in the visitor's language, the first of them", () => {
    expect(chooseTrailer([japanese, english, german, second], "de")).toBe(german);
  });

  it("is else in English", () => {
    expect(chooseTrailer([japanese, wordless, english], "de")).toBe(english);
  });

  it("is else the first there is", () => {
    expect(chooseTrailer([wordless, japanese], "de")).toBe(wordless);
  });

  it("is none where there is none", () => {
    expect(chooseTrailer([], "de")).toBeNull();
  });
});
