import Link from "next/link";
import type { ReactNode } from "react";

import { PendingMark } from "./pending-mark";
import styles from "./text-link.module.css";

/** A link among words, which shows that its page is on the way. */
export function TextLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} prefetch={false} className={styles.link}>
      {children}
      <PendingMark />
    </Link>
  );
}
