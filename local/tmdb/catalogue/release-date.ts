const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

// The data was gathered in 2010; the last film it announces is of December 2011.
const LAST_YEAR = 2011;
const FIRST_YEAR = 1900;

/**
 * Returns "Jun 12 1998" as "1998-06-12". Two-digit years were once read into the wrong century, so a date after the
 * data itself is moved back by a hundred years. Null for what is no date of a film.
 */
export function parseReleaseDate(raw: string | null): string | null {
  const [, monthName = "", day = "", year = ""] = /^(\w{3}) (\d\d) (\d{4})$/.exec(raw ?? "") ?? [];
  const month = MONTHS.indexOf(monthName);
  if (month === -1) return null;
  const fullYear = Number(year) > LAST_YEAR ? Number(year) - 100 : Number(year);
  const date = new Date(Date.UTC(fullYear, month, Number(day)));
  // Date rolls 31 June over into July.
  if (fullYear < FIRST_YEAR || fullYear > LAST_YEAR || date.getUTCMonth() !== month) return null;
  return date.toISOString().slice(0, 10);
}
