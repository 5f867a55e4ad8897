import { negotiateLanguage, regionOf } from "./negotiate";

test.each([
  [null, "en"],
  ["", "en"],
  ["*", "en"],
  ["de", "de"],
  ["de-AT,de;q=0.9,en;q=0.8", "de"],
  ["ja,fr;q=0.5,de;q=0.4", "fr"],
  ["en;q=0.1,ar-EG", "ar"],
  ["ja,ko", "en"],
  ["es;q=0,en;q=0.1", "en"],
  ["\u0000;;q=nonsense", "en"],
])("who accepts %j gets %s", (header, language) => {
  expect(negotiateLanguage(header)).toBe(language);
});

test.each([
  [null, null],
  ["de", null],
  ["de-AT,en-GB;q=0.5", "AT"],
  ["en;q=0.9,fr-ca;q=0.8", "CA"],
  ["zh-Hant-TW", "TW"],
  ["es-419", null],
  ["en-UK", "GB"],
  ["en-QQ,de-CH;q=0.5", "CH"],
])("%j names the region %s", (header, region) => {
  expect(regionOf(header)).toBe(region);
});
