"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useTransition, type FormEvent } from "react";

import buttons from "./button.module.css";
import styles from "./search-field.module.css";

const PAUSE_MS = 300;
const SHORTEST_TYPED = 3;

interface Props {
  /** What the page shows the results of. */
  query: string;
  maxLength: number;
}

const spaced = (query: string) => query.trim().replace(/\s+/g, " ");
const address = (query: string) => (query === "" ? "/" : `/?${new URLSearchParams({ query }).toString()}`);

/**
 * The search form. A plain GET form without JavaScript; with it, the results follow the typing and the
 * URL follows by replace.
 */
export function SearchField({ query, maxLength }: Props) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** What was asked for last, here or by the address. */
  const asked = useRef(query);

  useEffect(() => {
    // What was typed before this script had come has told nobody.
    const typed = input.current?.value ?? "";
    if (spaced(typed) !== asked.current) type(typed);
    return () => clearTimeout(timer.current);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only once, when the script has come
  }, []);

  useEffect(() => {
    // A page that answers another query than was asked for here was reached by Back, Forward or a link.
    if (pending || query === asked.current) return;
    asked.current = query;
    clearTimeout(timer.current);
    if (input.current) input.current.value = query;
  }, [query, pending]);

  function ask(next: string) {
    asked.current = next;
    startTransition(() => router.replace(address(next), { scroll: false }));
  }

  // What was asked already is not asked again: that would be a counted hit that nobody wants.
  function type(typed: string) {
    clearTimeout(timer.current);
    const next = spaced(typed);
    if (next === asked.current || Array.from(next).length < SHORTEST_TYPED) return;
    timer.current = setTimeout(() => ask(next), PAUSE_MS);
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    clearTimeout(timer.current);
    const next = spaced(input.current?.value ?? "");
    const isShown = address(next) === window.location.pathname + window.location.search;
    if (next !== asked.current || !(pending || isShown)) ask(next);
  }

  return (
    <search>
      <form className={styles.form} action="/" method="get" onSubmit={submit} aria-busy={pending}>
        <svg className={styles.lens} viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
          <circle cx="10.5" cy="10.5" r="6.5" fill="none" stroke="currentColor" strokeWidth="2.2" />
          <path d="m15.5 15.5 5 5" stroke="currentColor" strokeWidth="2.2" strokeLinecap="round" />
        </svg>
        <input
          ref={input}
          className={styles.input}
          type="search"
          name="query"
          aria-label="Search movies"
          placeholder="Title of a film"
          defaultValue={query}
          maxLength={maxLength}
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="search"
          onChange={(event) => type(event.target.value)}
        />
        <button className={buttons.button} type="submit">
          Search
        </button>
        <span className={styles.progress} data-pending={pending} />
      </form>
    </search>
  );
}
