/**
 * The age in full years of somebody born on one day, on another; null where the days are in the wrong order, as TMDB's
 * may be. Who is born on 29 February is a year older on 1 March of a year that has no such day.
 *
 * @param birthday YYYY-MM-DD
 * @param day YYYY-MM-DD
 */
export function ageOn(birthday: string, day: string): number | null {
  const years = Number(day.slice(0, 4)) - Number(birthday.slice(0, 4));
  const age = day.slice(5) < birthday.slice(5) ? years - 1 : years;
  return age < 0 ? null : age;
}
