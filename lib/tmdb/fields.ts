import { z } from "zod";

/*
 * The fields of what TMDB sends, read leniently: one that is null, "", absent or of another type becomes its
 * neutral value. Only what nothing can be shown without is required.
 */

export const text = z.string().catch("");
export const count = z.number().nonnegative().catch(0);
export const id = z.number().int().positive();
export const flag = z.boolean().catch(false);
export const isoDate = z.iso.date().nullable().catch(null);
export const named = z.object({ id, name: z.string().min(1) });

const matching = (pattern: RegExp) => z.string().regex(pattern).nullable().catch(null);

export const imagePath = matching(/^\/[\w-]+\.\w+$/);
/** Of a film (tt…) or of a person (nm…). */
export const imdbId = (prefix: "tt" | "nm") => matching(new RegExp(`^${prefix}\\d+$`));
export const webAddress = z
  .url({ protocol: /^https?$/ })
  .nullable()
  .catch(null);

/** ISO 639-1. */
export const languageCode = z.string().regex(/^[a-z]{2}$/);
/** ISO 3166-1 alpha-2. */
export const countryCode = z.string().regex(/^[A-Z]{2}$/);

/** The items that can be read; an odd one costs only itself. */
export const listOf = <T>(item: z.ZodType<T>) =>
  z
    .array(z.unknown())
    .catch([])
    .transform((items) =>
      items.flatMap((candidate) => {
        const parsed = item.safeParse(candidate);
        return parsed.success ? [parsed.data] : [];
      }),
    );

/** An appended part: an object whose list stands under `field`; without it, an empty list. */
export const appended = <Field extends string, T>(field: Field, item: z.ZodType<T>) =>
  z
    .object({ [field]: listOf(item) } as { [F in Field]: ReturnType<typeof listOf<T>> })
    .catch(() => ({ [field]: [] }) as never);
