import type { ReactNode } from "react";

import styles from "./term-list.module.css";

/** What is known of something, as terms and values; a value that is null is not known and left out. */
export type Terms = readonly (readonly [term: string, value: ReactNode])[];

/** Terms and their values side by side; nothing where none is known. */
export function TermList({ terms }: { terms: Terms }) {
  const known = terms.filter(([, value]) => value !== null);
  if (known.length === 0) return null;
  return (
    <dl className={styles.terms}>
      {known.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
