import type { PersonCredit } from "@/lib/movies";

interface Year {
  /** Null for films without a date. */
  readonly year: number | null;
  readonly credits: readonly PersonCredit[];
}

/** Credits that stand in the order of their dates, as the years they are of. */
export function creditsByYear(credits: readonly PersonCredit[]): Year[] {
  const years = new Map<number | null, PersonCredit[]>();
  for (const credit of credits) {
    const ofYear = years.get(credit.year);
    if (ofYear) ofYear.push(credit);
    else years.set(credit.year, [credit]);
  }
  return [...years].map(([year, ofYear]) => ({ year, credits: ofYear }));
}
