/** A service on which films can be watched; TMDB has them from JustWatch. */
export interface Provider {
  readonly id: number;
  readonly name: string;
  readonly logoPath: string | null;
}

/** In which ways a film is offered, `free` with advertisements or without. */
export const OFFER_KINDS = ["stream", "free", "rent", "buy"] as const;
type Offers<T> = Readonly<Record<(typeof OFFER_KINDS)[number], readonly T[]>>;

/** Where a film can be watched in one region. */
export interface WatchOffers extends Offers<Provider> {
  /** The film's page of offers on www.themoviedb.org. */
  readonly link: string | null;
}

interface Release {
  /** The age certificate of the region's board, for example "PG-13". */
  readonly certification: string | null;
  /** YYYY-MM-DD: the first day in cinemas, else the first day at all. */
  readonly releaseDate: string | null;
}

/** What is known of a film in one region. */
export interface Region extends Release {
  /** ISO 3166-1. */
  readonly code: string;
  readonly watch: WatchOffers;
}

/**
 * What is known of a film in all regions, compactly: some films are known of in more than a hundred, and offered by
 * the same providers in most.
 */
export interface Regions {
  /** Each provider once; offers name it by its id. */
  readonly providers: readonly Provider[];
  readonly byCode: Readonly<
    Record<string, Release & { readonly link: string | null; readonly offers: Partial<Offers<number>> }>
  >;
}

/**
 * What is known of a film in the region of that code (ISO 3166-1); all null and empty where nothing is.
 */
export function regionOf({ providers, byCode }: Regions, code: string): Region {
  const known = Object.hasOwn(byCode, code) ? byCode[code] : undefined;
  const offered = (kind: (typeof OFFER_KINDS)[number]) =>
    (known?.offers[kind] ?? []).flatMap((id) => providers.filter((provider) => provider.id === id));
  return {
    code,
    certification: known?.certification ?? null,
    releaseDate: known?.releaseDate ?? null,
    watch: {
      link: known?.link ?? null,
      stream: offered("stream"),
      free: offered("free"),
      rent: offered("rent"),
      buy: offered("buy"),
    },
  };
}
