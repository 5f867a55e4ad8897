import { parseRetryAfter } from "./retry-after";

const NOW = Date.UTC(2026, 10, 24, 12, 0, 0);

describe("Retry-After", () => {
  it.each([
    ["seconds", "120", 120_000],
    ["no seconds at all", "0", 0],
    ["white space around", " 7 ", 7000],
    ["a date", "Tue, 24 Nov 2026 12:01:30 GMT", 90_000],
    ["a date as RFC 850 wrote it", "Tuesday, 24-Nov-26 12:01:30 GMT", 90_000],
    ["a date as asctime writes it", "Tue Nov 24 12:01:30 2026", 90_000],
    ["a date in the past", "Wed, 21 Oct 2015 07:28:00 GMT", 0],
  ])("in %s is read as milliseconds", (_name, header, expected) => {
    expect(parseRetryAfter(header, NOW)).toBe(expected);
  });

  it.each([null, "", "  ", "soon", "-1", "1.5", "1e3", "abc 1", "2026-11-24", "25:99:99", "12:01:30"])(
    "is nothing when it is %j",
    (header) => {
      expect(parseRetryAfter(header, NOW)).toBeNull();
    },
  );
});
