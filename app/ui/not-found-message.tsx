import Link from "next/link";

import styles from "./not-found-message.module.css";

/** The word for an address that leads nowhere. */
export function NotFoundMessage({ title }: { title: string }) {
  return (
    <div className={styles.notFound}>
      <p className={styles.status}>404</p>
      <h1>{title}</h1>
      <p>It may have been removed, or the address may be mistyped.</p>
      <p>
        <Link href="/" prefetch={false}>
          Search for a film
        </Link>
      </p>
    </div>
  );
}
