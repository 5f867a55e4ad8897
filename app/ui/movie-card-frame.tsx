import { useId, type ReactNode } from "react";

import Link from "next/link";

import styles from "./movie-card.module.css";
import { PendingMark } from "./pending-mark";

interface Props {
  title: string;
  href: string;
  poster: ReactNode;
  /** What is said below the title. */
  facts: ReactNode;
  /** Lies on the poster. */
  button: ReactNode;
}

/** How a card of a film is put together, wherever it is rendered. */
export function MovieCardFrame({ title, href, poster, facts, button }: Props) {
  // A film can stand in two lists of a page.
  const titleId = useId();
  return (
    <article className={styles.card} aria-labelledby={titleId}>
      {poster}
      <h3 className={styles.title} id={titleId}>
        {/* No prefetch: it would be a counted hit that nobody asked for. */}
        <Link href={href} prefetch={false}>
          {/* Text in another direction than the page's still begins where the page's does. */}
          <bdi>{title}</bdi>
          <PendingMark />
        </Link>
      </h3>
      <p className={styles.facts}>{facts}</p>
      {button}
    </article>
  );
}
