"use client";

import type { ChangeEvent } from "react";

import buttons from "@/app/ui/button.module.css";
import type { KeptFilm } from "@/app/ui/watchlist/film";
import { addAll } from "@/app/ui/watchlist/watchlist";

import { fromFile, toFile } from "./file";
import styles from "./watchlist-file.module.css";

interface Props {
  films: readonly KeptFilm[];
  words: Readonly<Record<"export" | "import", string>>;
  /** A file was chosen; one of the others follows, unless its films can't be kept. */
  onChosen: () => void;
  onAdded: (count: number) => void;
  /** What was chosen is no watchlist. */
  onRefused: () => void;
}

const REVOKE_MS = 60_000;

function save(films: readonly KeptFilm[]): void {
  const address = URL.createObjectURL(new Blob([toFile(films)], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = "watchlist.json";
  link.click();
  // Some browsers read it only after this.
  setTimeout(() => URL.revokeObjectURL(address), REVOKE_MS);
}

/** Takes the watchlist to another browser, as a file. */
export function WatchlistFile({ films, words, onChosen, onAdded, onRefused }: Props) {
  async function open({ target }: ChangeEvent<HTMLInputElement>) {
    const [file] = target.files ?? [];
    if (!file) return;
    onChosen();
    const read = fromFile(await file.text());
    // The same file may be chosen again.
    target.value = "";
    if (read === null) return onRefused();
    const added = await addAll(read);
    if (added !== undefined) onAdded(added);
  }

  return (
    <div className={styles.file}>
      <button
        type="button"
        className={buttons.button}
        disabled={films.length === 0}
        onClick={() => save(films)}
      >
        {words.export}
      </button>
      <label className={`${buttons.button} ${styles.import}`}>
        {words.import}
        <input
          type="file"
          accept="application/json,.json"
          className="visually-hidden"
          onChange={(event) => void open(event)}
        />
      </label>
    </div>
  );
}
