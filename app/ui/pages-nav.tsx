import Link from "next/link";

import styles from "./pages-nav.module.css";

interface Props {
  page: number;
  totalPages: number;
  /** The address of a page. */
  href: (page: number) => string;
}

/** The pages around the current one, the first and the last; null stands for those left out. */
function shownPages(page: number, totalPages: number): (number | null)[] {
  const wanted = [1, page - 1, page, page + 1, totalPages].filter((one) => one >= 1 && one <= totalPages);
  const sorted = [...new Set(wanted)].sort((a, b) => a - b);
  return sorted.flatMap((one, index) => (one - (sorted[index - 1] ?? 0) > 1 ? [null, one] : [one]));
}

/** Links to the other pages of a list; nothing when there is only one. */
export function PagesNav({ page, totalPages, href }: Props) {
  if (totalPages <= 1) return null;
  // No prefetch anywhere here: it would be a counted hit that nobody asked for.
  return (
    <nav className={styles.pages} aria-label="Pages">
      {page > 1 ? (
        <Link href={href(page - 1)} rel="prev" prefetch={false} className={styles.step}>
          Previous
        </Link>
      ) : null}
      {shownPages(page, totalPages).map((one, index) =>
        one === null ? (
          <span key={`gap-${index}`} className={styles.gap}>
            …
          </span>
        ) : (
          <Link
            key={one}
            href={href(one)}
            prefetch={false}
            className={styles.page}
            aria-label={`Page ${one}`}
            aria-current={one === page ? "page" : undefined}
          >
            {one}
          </Link>
        ),
      )}
      {page < totalPages ? (
        <Link href={href(page + 1)} rel="next" prefetch={false} className={styles.step}>
          Next
        </Link>
      ) : null}
    </nav>
  );
}
