import type { Person } from "@/lib/movies";

import { imdbName, tmdbPerson } from "./person-addresses";

interface Places {
  /** The full address of the person's page. */
  readonly url: string;
  /** The full address of the portrait; null where there is none. */
  readonly image: string | null;
}

/** Somebody as https://schema.org/Person; what is not known is left out. */
export function personJsonLd(person: Person, { url, image }: Places): object {
  const { id, name, biography, birthday, deathday, placeOfBirth, imdbId } = person;
  return {
    "@context": "https://schema.org",
    "@type": "Person",
    url,
    name,
    description: biography || undefined,
    image: image ?? undefined,
    birthDate: birthday ?? undefined,
    birthPlace: placeOfBirth === null ? undefined : { "@type": "Place", name: placeOfBirth },
    deathDate: deathday ?? undefined,
    sameAs: [tmdbPerson(id), ...(imdbId === null ? [] : [imdbName(imdbId)])],
  };
}
