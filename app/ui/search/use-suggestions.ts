"use client";

import { useEffect, useRef, useState } from "react";

import { LANGUAGES, type Language } from "@/app/i18n/languages";
import { splitTitleAndYear } from "@/lib/movies/title-and-year";

import { PAUSE_MS, SHORTEST_TYPED, spaced } from "./use-typed-search";

/** A film that is offered while a title is typed. */
export interface Suggestion {
  readonly id: number;
  readonly title: string;
  readonly year: number | null;
}

const MOST = 6;

interface Offer {
  /** Null while there are none to be offered. */
  readonly films: readonly Suggestion[] | null;
  /** They could not be loaded. */
  readonly failed: boolean;
}

const NOTHING: Offer = { films: null, failed: false };

interface Suggestions extends Offer {
  /** To be called with every change of the field. */
  type(typed: string): void;
  drop(): void;
}

async function search(
  asked: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<readonly Suggestion[]> {
  const response = await fetch(`/api/movies?${new URLSearchParams(asked).toString()}`, { signal });
  if (!response.ok) throw new Error(`Suggestions were answered with ${response.status}`);
  const { results } = (await response.json()) as { results: readonly Suggestion[] };
  return results.slice(0, MOST);
}

/** The films that the search itself finds, by the same requests: a search after it is answered from the cache. */
async function load(query: string, language: Language, signal: AbortSignal): Promise<readonly Suggestion[]> {
  const { tmdb } = LANGUAGES[language];
  const split = splitTitleAndYear(query);
  if (split) {
    const inYear = { query: split.title, year: String(split.year), language: tmdb };
    const films = await search(inYear, signal);
    if (films.length > 0) return films;
  }
  return search({ query, language: tmdb }, signal);
}

/** Films for what is being typed: asked for once per pause of 300 ms, and the answer to the last one only. */
export function useSuggestions(language: Language): Suggestions {
  const [offer, setOffer] = useState(NOTHING);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const request = useRef<AbortController>(undefined);
  /** For which films are offered, or on their way. */
  const asked = useRef("");

  function stop() {
    clearTimeout(timer.current);
    request.current?.abort();
  }

  function drop() {
    stop();
    asked.current = "";
    setOffer(NOTHING);
  }

  async function ask(query: string) {
    request.current?.abort();
    const { signal } = (request.current = new AbortController());
    asked.current = query;
    try {
      const films = await load(query, language, signal);
      if (!signal.aborted) setOffer({ films, failed: false });
    } catch {
      // What was broken off is no longer wanted; any other failure is told, and may be asked for again.
      if (signal.aborted) return;
      asked.current = "";
      setOffer({ films: null, failed: true });
    }
  }

  function type(typed: string) {
    clearTimeout(timer.current);
    const query = spaced(typed);
    if (Array.from(query).length < SHORTEST_TYPED) return drop();
    if (query === asked.current) return;
    timer.current = setTimeout(() => void ask(query), PAUSE_MS);
  }

  useEffect(() => stop, []);
  return { ...offer, type, drop };
}
