"use client";

import { useLinkStatus } from "next/link";

import styles from "./pending-mark.module.css";

/** Shows, inside a link, that its page is on the way. The link, or what it covers, has to be positioned. */
export function PendingMark() {
  const { pending } = useLinkStatus();
  return pending ? <span className={styles.mark} data-pending="true" aria-hidden="true" /> : null;
}
