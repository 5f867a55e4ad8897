import { i18nOf } from "@/app/i18n/i18n";

import { isoDuration, runtimeWords } from "./runtime";

describe("a running time", () => {
  it.each([
    [1, "1 min", "PT1M"],
    [59, "59 min", "PT59M"],
    [60, "1 h", "PT1H"],
    [136, "2 h 16 min", "PT2H16M"],
    [180, "3 h", "PT3H"],
    [873, "14 h 33 min", "PT14H33M"],
  ])("of %i minutes", (minutes, words, iso) => {
    expect(runtimeWords(minutes, i18nOf("en"))).toBe(words);
    expect(isoDuration(minutes)).toBe(iso);
  });

  it("is said in the visitor's language", () => {
    expect(runtimeWords(136, i18nOf("de"))).toBe("2 Std. 16 Min.");
    expect(runtimeWords(120, i18nOf("de"))).toBe("2 Std.");
  });
});
