import { DEFAULT_LANGUAGE, isLanguage, type Language } from "./languages";

/** A path taken apart. */
export interface LocalizedPath {
  /** Null where the path names none. */
  readonly language: Language | null;
  /** The path without its language. */
  readonly path: string;
}

/** Takes the language off a path: `/de/movies/603` is `/movies/603` in German. */
export function splitLanguage(pathname: string): LocalizedPath {
  const [, first = ""] = pathname.split("/", 2);
  const language = isLanguage(first) ? first : null;
  const rest = language === null ? pathname : pathname.slice(language.length + 1);
  // Two slashes in front would make the next part a host.
  return { language, path: rest.replace(/^\/*/, "/") };
}

/**
 * The address of a page in a language; the default language has no prefix.
 *
 * @param address a path, with a query or without
 */
export function addressIn(language: Language, address: string): string {
  if (language === DEFAULT_LANGUAGE) return address;
  const [, path = "", rest = ""] = /^([^?#]*)(.*)$/s.exec(address) ?? [];
  return `/${language}${path === "/" ? "" : path}${rest}`;
}
