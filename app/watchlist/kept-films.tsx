"use client";

import { useEffect, useRef, useState } from "react";

import type { Language } from "@/app/i18n/languages";
import { Message } from "@/app/ui/message";
import grid from "@/app/ui/movie-grid.module.css";
import * as storage from "@/app/ui/watchlist/storage";
import { bringStorage, useWatchlist } from "@/app/ui/watchlist/watchlist";

import { KeptFilmCard } from "./kept-film-card";
import styles from "./kept-films.module.css";
import { useKeptPosters } from "./use-kept-posters";
import { WatchlistFile } from "./watchlist-file";

type Word =
  | "toggle"
  | "yearUnknown"
  | "rated"
  | "films"
  | "count"
  | "emptyTitle"
  | "empty"
  | "unreadableTitle"
  | "unreadable"
  | "export"
  | "import"
  | "added"
  | "notAWatchlist";

interface Props {
  language: Language;
  /** Where TMDB's images are. */
  imageUrl: string;
  words: Readonly<Record<Word, string>>;
}

// This page also works offline, where nothing can be loaded later.
bringStorage(storage);

/** The films that this browser keeps. */
export function KeptFilms({ language, imageUrl, words }: Props) {
  const { state, films } = useWatchlist();
  const [result, setResult] = useState("");
  const [told, setTold] = useState(films);
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(0);
  useKeptPosters(state === "known" ? films : null, imageUrl);
  // What an import has said is no longer true of a list that has changed since.
  if (told !== films) {
    setTold(films);
    setResult("");
  }
  const number = new Intl.NumberFormat(language);

  useEffect(() => {
    const isFewer = films.length < shown.current;
    shown.current = films.length;
    // The focus was in the card that is gone.
    if (isFewer && document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, [films.length]);

  return (
    <div className={styles.films}>
      <h2 className="visually-hidden" ref={heading} tabIndex={-1}>
        {words.films}
      </h2>
      {state === "known" ? (
        <>
          <div className={styles.bar}>
            <p role="status">
              {words.count.replace("{count}", number.format(films.length))}
              {result === "" ? null : ` · ${result}`}
            </p>
            <WatchlistFile
              films={films}
              words={words}
              onChosen={() => setResult("")}
              onAdded={(count) => setResult(words.added.replace("{count}", number.format(count)))}
              onRefused={() => setResult(words.notAWatchlist)}
            />
          </div>
          {films.length === 0 ? (
            <Message title={words.emptyTitle}>
              <p>{words.empty}</p>
            </Message>
          ) : (
            // Safari takes a list without bullets for none, unless it is told.
            // eslint-disable-next-line jsx-a11y/no-redundant-roles
            <ul className={grid.grid} role="list">
              {films.map((film) => (
                <li key={film.id}>
                  <KeptFilmCard film={film} language={language} imageUrl={imageUrl} words={words} />
                </li>
              ))}
            </ul>
          )}
        </>
      ) : null}
      {state === "unreadable" ? (
        <Message title={words.unreadableTitle} alarming>
          <p>{words.unreadable}</p>
        </Message>
      ) : null}
    </div>
  );
}
