import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** One row of the data set as it is, errors included. */
export interface SampleRow {
  readonly Title: string | number | null;
  readonly "US Gross": number | null;
  readonly "Worldwide Gross": number | null;
  readonly "Production Budget": number | null;
  readonly "Release Date": string | null;
  readonly "MPAA Rating": string | null;
  readonly "Running Time min": number | null;
  readonly Distributor: string | null;
  readonly Source: string | null;
  readonly "Major Genre": string | null;
  readonly "Creative Type": string | null;
  readonly Director: string | null;
  readonly "IMDB Rating": number | null;
  readonly "IMDB Votes": number | null;
}

/** Returns the 3 201 rows of npm `vega-datasets`, in their order. */
export function readSampleRows(): readonly SampleRow[] {
  // The package exports its code only, so its data is found from there.
  const entry = createRequire(`${process.cwd()}/package.json`).resolve("vega-datasets");
  return JSON.parse(readFileSync(join(dirname(entry), "..", "data", "movies.json"), "utf8"));
}
