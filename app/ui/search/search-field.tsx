"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import {
  useEffect,
  useId,
  useRef,
  useState,
  useSyncExternalStore,
  useTransition,
  type FormEvent,
  type KeyboardEvent,
} from "react";

import { addressIn, splitLanguage } from "@/app/i18n/address";
import type { Language } from "@/app/i18n/languages";

import buttons from "../button.module.css";
import panel from "./panel.module.css";
import { RecentList } from "./recent-list";
import { forgetSearches, recentSearches, rememberSearch } from "./recent-searches";
import styles from "./search-field.module.css";
import { optionId, SuggestionList } from "./suggestion-list";
import { useSlashKey } from "./use-slash-key";
import { useSuggestions, type Suggestion } from "./use-suggestions";
import { spaced, useTypedSearch } from "./use-typed-search";

interface Props {
  language: Language;
  maxLength: number;
  words: Readonly<
    Record<
      "label" | "placeholder" | "submit" | "suggestions" | "noSuggestions" | "recent" | "clearRecent",
      string
    > & {
      /** With {count} for how many are offered. */
      suggested: string;
    }
  >;
}

const never = () => () => undefined;

/** Whether scripts run here: without them the field offers nothing, and must not say that it does. */
function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

/**
 * The search form in the header of every page. On the search page the results follow the typing and the URL follows by
 * replace; on every other page the field offers films. A plain GET form without JavaScript.
 */
export function SearchField({ language, maxLength, words }: Props) {
  const router = useRouter();
  const { path } = splitLanguage(usePathname());
  const parameters = useSearchParams();
  const searches = path === "/";
  const query = searches ? spaced(parameters.get("query") ?? "") : "";

  const [pending, startTransition] = useTransition();
  const input = useRef<HTMLInputElement>(null);
  /** What was asked for last, here or by the address. */
  const asked = useRef(query);
  const typed = useTypedSearch(asked, ask);
  const suggestions = useSuggestions(language);
  const [active, setActive] = useState(-1);
  const [recent, setRecent] = useState<readonly string[]>([]);
  const listId = useId();
  const offers = useHydrated() && !searches;
  const slashKey = useSlashKey(input);

  const { films, failed } = suggestions;
  const offered = !searches && films !== null && films.length > 0 ? films : null;

  useEffect(() => {
    // A page that answers another query than was asked for here was reached by Back, Forward or a link.
    if (pending || query === asked.current) return;
    asked.current = query;
    typed.cancel();
    if (input.current) input.current.value = query;
    // eslint-disable-next-line react-hooks/exhaustive-deps -- whenever the page has changed
  }, [query, pending]);

  useEffect(() => {
    // What was typed before this script had come has told nobody.
    const early = input.current?.value ?? "";
    if (document.activeElement === input.current && spaced(early) !== asked.current) change(early);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only once, when the script has come
  }, []);

  function close() {
    suggestions.drop();
    setActive(-1);
    setRecent([]);
  }

  // What is open belongs to the page that it was opened on: Back keeps the focus in the field, and closes nothing.
  // eslint-disable-next-line react-hooks/exhaustive-deps -- whenever another page comes
  useEffect(() => close, [path]);

  function address(next: string): string {
    return addressIn(language, next === "" ? "/" : `/?${new URLSearchParams({ query: next }).toString()}`);
  }

  function ask(next: string) {
    asked.current = next;
    close();
    startTransition(() => {
      if (searches) router.replace(address(next), { scroll: false });
      else router.push(address(next));
    });
  }

  function open(film: Suggestion) {
    close();
    if (input.current) {
      input.current.value = "";
      // On to the film, and a phone's keyboard out of its way.
      input.current.blur();
    }
    startTransition(() => router.push(addressIn(language, `/movies/${film.id}`)));
  }

  function change(value: string) {
    setRecent(value === "" ? recentSearches() : []);
    setActive(-1);
    if (searches) typed.type(value);
    else suggestions.type(value);
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    typed.cancel();
    // A keyboard on the screen would cover what is found.
    if (window.matchMedia("(pointer: coarse)").matches) input.current?.blur();
    const next = spaced(input.current?.value ?? "");
    rememberSearch(next);
    const isShown = address(next) === window.location.pathname + window.location.search;
    if (next !== asked.current || !(pending || isShown)) ask(next);
    else close();
  }

  function choose(next: string) {
    if (input.current) input.current.value = next;
    rememberSearch(next);
    ask(next);
    input.current?.focus();
  }

  function press(event: KeyboardEvent) {
    // These keys choose between characters then.
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape" && (offered || failed || recent.length > 0)) {
      event.preventDefault();
      close();
    }
    if (!offered) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      // From the field itself, which is the place -1, round to it again.
      setActive(((active + 1 + step + offered.length + 1) % (offered.length + 1)) - 1);
    }
    const film = offered[active];
    if (event.key === "Enter" && film) {
      event.preventDefault();
      open(film);
    }
  }

  return (
    <search
      className={styles.search}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) close();
      }}
    >
      <form
        className={styles.form}
        action={addressIn(language, "/")}
        method="get"
        onSubmit={submit}
        aria-busy={pending}
      >
        <svg className={styles.lens} viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
          <circle cx="10.5" cy="10.5" r="6.5" fill="none" stroke="currentColor" strokeWidth="2.2" />
          <path d="m15.5 15.5 5 5" stroke="currentColor" strokeWidth="2.2" strokeLinecap="round" />
        </svg>
        <input
          ref={input}
          className={styles.input}
          type="search"
          name="query"
          aria-label={words.label}
          placeholder={words.placeholder}
          defaultValue={query}
          maxLength={maxLength}
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="search"
          aria-keyshortcuts={slashKey ? "/" : undefined}
          // Half a Chinese, Japanese or Korean word is in other letters than what is meant.
          onChange={({ target, nativeEvent }) => {
            if (!(nativeEvent as InputEvent).isComposing) change(target.value);
          }}
          onCompositionEnd={({ currentTarget }) => change(currentTarget.value)}
          onFocus={({ target }) => target.value === "" && setRecent(recentSearches())}
          onKeyDown={press}
          {...(offers
            ? {
                role: "combobox",
                "aria-autocomplete": "list",
                "aria-expanded": offered !== null,
                "aria-controls": listId,
                "aria-activedescendant": active < 0 ? undefined : optionId(listId, active),
              }
            : {})}
        />
        <button className={buttons.button} type="submit">
          {words.submit}
        </button>
        <span className={styles.progress} data-pending={pending} />
      </form>
      {/* Always there, since screen readers tell of a change in a region and not of a new one. */}
      <p className={failed ? `${panel.panel} ${panel.note}` : "visually-hidden"} aria-live="polite">
        {failed ? words.noSuggestions : films && words.suggested.replace("{count}", String(films.length))}
      </p>
      {offered ? (
        <SuggestionList
          id={listId}
          label={words.suggestions}
          films={offered}
          active={active}
          onChoose={open}
        />
      ) : null}
      {recent.length > 0 ? (
        <RecentList
          label={words.recent}
          clearLabel={words.clearRecent}
          searches={recent}
          onChoose={choose}
          onEscape={() => {
            input.current?.focus();
            close();
          }}
          onClear={() => {
            forgetSearches();
            setRecent([]);
            input.current?.focus();
          }}
        />
      ) : null}
    </search>
  );
}
