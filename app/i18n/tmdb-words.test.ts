import { i18nOf } from "./i18n";
import { departmentWord, jobWord, statusWord } from "./tmdb-words";

const german = i18nOf("de");

describe("a word of TMDB", () => {
  it("is said in the visitor's language", () => {
    expect(statusWord("Post Production", german)).toBe("In Postproduktion");
    expect(jobWord("Director of Photography", german)).toBe("Kamera");
    expect(departmentWord("Costume & Make-Up", german)).toBe("Kostüm und Maske");
  });

  it.each(["Best Boy Electric", "constructor", "__proto__", "a.b", ""])(
    "stays as it is without a translation: “%s”",
    (word) => {
      expect([statusWord, jobWord, departmentWord].map((say) => say(word, german))).toEqual([
        word,
        word,
        word,
      ]);
    },
  );
});
