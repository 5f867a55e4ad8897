import type { I18n } from "./i18n";
import { en } from "./messages/en";

/** Whether a table of messages has one for a word of TMDB. */
const has = <Table extends object>(table: Table, word: string): word is Extract<keyof Table, string> =>
  Object.hasOwn(table, word);

/*
 * TMDB answers some things in English words, whatever language it is asked in. These functions say them in the
 * visitor's language; a word without a translation stays as it is.
 */

/** The state of a film, for example "Post Production". */
export function statusWord(status: string, { t }: Pick<I18n, "t">): string {
  return has(en.film.statuses, status) ? t(`film.statuses.${status}`) : status;
}

/** What somebody did in a film, for example "Director of Photography". */
export function jobWord(job: string, { t }: Pick<I18n, "t">): string {
  return has(en.film.jobs, job) ? t(`film.jobs.${job}`) : job;
}

/** What somebody is known for, for example "Costume & Make-Up". */
export function departmentWord(department: string, { t }: Pick<I18n, "t">): string {
  return has(en.person.departments, department) ? t(`person.departments.${department}`) : department;
}
