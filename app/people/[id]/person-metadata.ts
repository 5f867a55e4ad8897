import type { Metadata } from "next";

import type { I18n } from "@/app/i18n/i18n";
import { subjectMetadata } from "@/app/page-metadata";
import type { Person } from "@/lib/movies";
import { largestImage } from "@/lib/movies/images";
import { settings } from "@/lib/settings";

/** The full address of somebody's portrait; null where TMDB has none. */
export function portraitAddress({ profilePath }: Pick<Person, "profilePath">): string | null {
  return profilePath === null ? null : largestImage(settings().tmdbImageUrl, "profile", profilePath);
}

/** The metadata of a person's page. */
export function personMetadata(person: Person, i18n: I18n): Metadata {
  const { id, name, biography } = person;
  const url = portraitAddress(person);
  const shared = subjectMetadata(i18n, {
    title: name,
    description: biography,
    address: `/people/${id}`,
    image: url === null ? null : { url, alt: i18n.t("person.portraitOf", { name }) },
  });
  return { ...shared, openGraph: { ...shared.openGraph, type: "profile" } };
}
