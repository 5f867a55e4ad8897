import { knownRegion } from "./region";

test.each([
  ["JP", "JP"],
  ["jp", "JP"],
  ["BV", "BV"],
  ["XK", "XK"],
  ["UK", "GB"],
  ["DD", "DE"],
  ["SU", "RU"],
  ["YU", "RS"],
  ["FX", "FR"],
])("%s is the region %s", (code, region) => {
  expect(knownRegion(code)).toBe(region);
});

test.each(["QQ", "ZZ", "EU", "EZ", "UN", "XA", "XB", "QO", "Japan", "J", "001", "<b>", "", null, undefined])(
  "%j is none",
  (code) => {
    expect(knownRegion(code)).toBeNull();
  },
);
