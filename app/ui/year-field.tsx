import { FIRST_YEAR, LAST_YEAR } from "@/lib/movies/parameters";

import fields from "./field.module.css";

interface Props {
  label: string;
  /** The parameter's. */
  name: string;
  /** What stands in it at first: nothing where it is empty. */
  year?: string;
}

/** Where a year is typed that films can be of. */
export function YearField({ label, name, year = "" }: Props) {
  return (
    <label className={fields.label}>
      {label}
      <input
        className={fields.field}
        type="number"
        name={name}
        defaultValue={year}
        min={FIRST_YEAR}
        max={LAST_YEAR}
        inputMode="numeric"
      />
    </label>
  );
}
