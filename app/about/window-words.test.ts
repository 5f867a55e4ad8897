import { i18nOf } from "@/app/i18n/i18n";

import { windowWords } from "./window-words";

test.each([
  [120_000, "2 minutes"],
  [60_000, "1 minute"],
  [30_000, "30 seconds"],
  [90_000, "90 seconds"],
])("a window of %i ms is %s", (milliseconds, words) => {
  expect(windowWords(milliseconds, i18nOf("en"))).toBe(words);
});
