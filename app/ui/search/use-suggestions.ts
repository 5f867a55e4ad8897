"use client";

import { useEffect, useRef, useState } from "react";

import { LANGUAGES, type Language } from "@/app/i18n/languages";

import { PAUSE_MS, SHORTEST_TYPED, spaced } from "./use-typed-search";

/** A film that is offered while a title is typed. */
export interface Suggestion {
  readonly id: number;
  readonly title: string;
  readonly year: number | null;
}

const MOST = 6;

interface Suggestions {
  /** Null while there are none to be offered. */
  readonly films: readonly Suggestion[] | null;
  /** To be called with every change of the field. */
  type(typed: string): void;
  drop(): void;
}

async function load(query: string, language: Language, signal: AbortSignal): Promise<readonly Suggestion[]> {
  const parameters = new URLSearchParams({ query, language: LANGUAGES[language].tmdb });
  const response = await fetch(`/api/movies?${parameters.toString()}`, { signal });
  if (!response.ok) throw new Error(`Suggestions were answered with ${response.status}`);
  const { results } = (await response.json()) as { results: readonly Suggestion[] };
  return results.slice(0, MOST);
}

/**
 * Films for what is being typed: one request per pause of 300 ms, and the answer to the last one only. It is the request
 * that the search itself sends, so that a search after it is answered from the cache.
 */
export function useSuggestions(language: Language): Suggestions {
  const [films, setFilms] = useState<readonly Suggestion[] | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const request = useRef<AbortController>(undefined);
  const asked = useRef("");

  function stop() {
    clearTimeout(timer.current);
    request.current?.abort();
  }

  function drop() {
    stop();
    asked.current = "";
    setFilms(null);
  }

  function type(typed: string) {
    const query = spaced(typed);
    if (query === asked.current) return;
    if (Array.from(query).length < SHORTEST_TYPED) return drop();
    stop();
    timer.current = setTimeout(() => {
      asked.current = query;
      request.current = new AbortController();
      load(query, language, request.current.signal).then(setFilms, (error: unknown) => {
        // An answer that is no longer wanted. Any other failure leaves the field as it is: to send the search says why.
        if (!(error instanceof DOMException && error.name === "AbortError")) setFilms(null);
      });
    }, PAUSE_MS);
  }

  useEffect(() => stop, []);
  return { films, type, drop };
}
