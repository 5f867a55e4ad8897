import { excerpt } from "./excerpt";

describe("an excerpt", () => {
  it("of a text that fits is the text, on one line", () => {
    expect(excerpt(" One line.\n\nAnother. ", 19)).toBe("One line. Another.");
  });

  it("ends between two words", () => {
    expect(excerpt("A hacker learns what the world is made of.", 20)).toBe("A hacker learns…");
  });

  it("is never longer than asked for", () => {
    const text = "word ".repeat(100);
    for (let longest = 6; longest < 60; longest++) {
      expect(excerpt(text, longest).length).toBeLessThanOrEqual(longest);
    }
  });

  it("of a text without spaces ends between two characters", () => {
    expect(excerpt("電影".repeat(20), 11)).toBe(`${"電影".repeat(5)}…`);
    expect(excerpt("🎬".repeat(20), 10)).toBe(`${"🎬".repeat(4)}…`);
  });
});
