"use client";

import { useLinkStatus } from "next/link";

import styles from "./pending-mark.module.css";

/** Shows, inside a link, that its page is on the way. */
export function PendingMark() {
  const { pending } = useLinkStatus();
  return <span className={styles.mark} data-pending={pending} aria-hidden="true" />;
}
