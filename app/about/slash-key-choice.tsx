"use client";

import { useSyncExternalStore } from "react";

import { isSlashKeyOn, onSlashKeyChange, setSlashKey } from "@/app/ui/search/slash-key";

import styles from "./about.module.css";

/** Switches the key that leads to the search off, and on again. Without JavaScript there is none. */
export function SlashKeyChoice({ label }: { label: string }) {
  const isOn = useSyncExternalStore(onSlashKeyChange, isSlashKeyOn, () => true);
  return (
    <label className={styles.choice}>
      <input type="checkbox" checked={isOn} onChange={({ target }) => setSlashKey(target.checked)} />
      {label}
    </label>
  );
}
