import { MAX_PAGE } from "@/lib/tmdb/movie";

import { BadParameterError } from "./errors";

export { MAX_PAGE };
// TMDB lists moving pictures from 1874 on; announced films are at most some years ahead.
export const FIRST_YEAR = 1870;
export const LAST_YEAR = 2100;
const DEFAULT_LANGUAGE = "en-US";
const DEFAULT_REGION = "US";

/** What URLSearchParams puts in place of bytes that are no UTF-8. */
const REPLACEMENT_CHARACTER = "\uFFFD";

/**
 * The values of a parameter that may be given more than once.
 *
 * @throws {BadParameterError} when one of them is no UTF-8
 */
export function every(parameters: URLSearchParams, name: string): readonly string[] {
  const values = parameters.getAll(name);
  if (values.some((value) => value.includes(REPLACEMENT_CHARACTER)))
    throw new BadParameterError(name, { kind: "utf-8" });
  return values;
}

/**
 * The value of a parameter that may be given once at most; null without it.
 *
 * @throws {BadParameterError} when it is given more often or is no UTF-8
 */
export function single(parameters: URLSearchParams, name: string): string | null {
  const values = every(parameters, name);
  if (values.length > 1) throw new BadParameterError(name, { kind: "once" });
  return values[0] ?? null;
}

/**
 * The same for a field that a form sends empty when nothing was put in: then null, too.
 *
 * @throws {BadParameterError} as {@link single} does
 */
export function field(parameters: URLSearchParams, name: string): string | null {
  return single(parameters, name) || null;
}

/**
 * A whole number in decimal digits without leading zeros.
 *
 * @throws {BadParameterError} when the value is none from `from` to `to`
 */
export function parseWhole(name: string, value: string, from: number, to: number): number {
  const number = /^[1-9]\d*$/.test(value) ? Number(value) : NaN;
  if (number >= from && number <= to) return number;
  throw new BadParameterError(name, { kind: "whole", from, to });
}

/**
 * The same for a field that may be left empty; null for it.
 *
 * @throws {BadParameterError} as {@link parseWhole} and {@link field} do
 */
export function wholeField(
  parameters: URLSearchParams,
  name: string,
  from: number,
  to: number,
): number | null {
  const value = field(parameters, name);
  return value === null ? null : parseWhole(name, value, from, to);
}

/**
 * The language in its one spelling, en-US for null.
 *
 * @throws {BadParameterError} when the value is no language
 */
export function parseLanguage(value: string | null): string {
  if (value === null) return DEFAULT_LANGUAGE;
  const [, language, region] = /^([a-z]{2})(?:-([a-z]{2}))?$/i.exec(value) ?? [];
  if (!language) throw new BadParameterError("language", { kind: "language", region: true });
  return region ? `${language.toLowerCase()}-${region.toUpperCase()}` : language.toLowerCase();
}

/**
 * The region in its one spelling, US for null.
 *
 * @throws {BadParameterError} when the value is no region
 */
export function parseRegion(value: string | null): string {
  if (value === null) return DEFAULT_REGION;
  if (/^[a-z]{2}$/i.test(value)) return value.toUpperCase();
  throw new BadParameterError("region", { kind: "region" });
}
