"use client";

import { useState } from "react";

import styles from "./share-button.module.css";

interface Props {
  title: string;
  /** The path of what is shared. */
  address: string;
  words: Readonly<Record<"share" | "copied" | "failed", string>>;
}

/** Whether the system has offered ways to share, whichever was taken, or none. */
async function offerWays(page: ShareData): Promise<boolean> {
  if (!("share" in navigator)) return false;
  return navigator.share(page).then(
    () => true,
    // Who closes the system's dialog has been offered them too.
    (error: Error) => error.name === "AbortError",
  );
}

/** Whether the address could be copied; a page that is not served securely may not do so. */
async function copy(url: string): Promise<boolean> {
  if (!("clipboard" in navigator)) return false;
  return navigator.clipboard.writeText(url).then(
    () => true,
    () => false,
  );
}

/**
 * Hands the page to the system's own way of sharing, or copies its address where there is none, and says so. Without
 * JavaScript it is not to be seen.
 */
export function ShareButton({ title, address, words }: Props) {
  const [said, setSaid] = useState("");

  async function share() {
    // What is said a second time is heard only if it was gone.
    setSaid("");
    const { href: url } = new URL(address, window.location.href);
    if (await offerWays({ title, url })) return;
    setSaid((await copy(url)) ? words.copied : words.failed);
  }

  return (
    <span className={styles.share}>
      <button type="button" onClick={() => void share()}>
        <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" fill="currentColor">
          <path d="M12 2 7 7l1.4 1.4L11 5.8V15h2V5.8l2.6 2.6L17 7ZM5 11v11h14V11h-4v2h2v7H7v-7h2v-2Z" />
        </svg>
        {words.share}
      </button>
      <span aria-live="polite">{said}</span>
    </span>
  );
}
