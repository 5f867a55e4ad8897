import type { en } from "./en";

/** The keys of the English messages with any words. */
type Words<T> = { readonly [Key in keyof T]: T[Key] extends string ? string : Words<T[Key]> };

/** What every language has to say, in ICU's message format. */
export type Messages = Words<typeof en>;
