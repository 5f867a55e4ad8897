import Link from "next/link";

import { useI18n } from "@/app/i18n/i18n";

import styles from "./pages-nav.module.css";
import { PendingMark } from "./pending-mark";

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
  const { t, format } = useI18n();
  if (totalPages <= 1) return null;
  // No prefetch anywhere here: it would be a counted hit that nobody asked for.
  return (
    <nav className={styles.pages} aria-label={t("pages.label")}>
      {page > 1 ? (
        <Link href={href(page - 1)} rel="prev" prefetch={false} className={styles.step}>
          {t("pages.previous")}
          <PendingMark />
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
            aria-label={t("pages.page", { page: format.number(one) })}
            aria-current={one === page ? "page" : undefined}
          >
            {format.number(one)}
            <PendingMark />
          </Link>
        ),
      )}
      {page < totalPages ? (
        <Link href={href(page + 1)} rel="next" prefetch={false} className={styles.step}>
          {t("pages.next")}
          <PendingMark />
        </Link>
      ) : null}
    </nav>
  );
}
