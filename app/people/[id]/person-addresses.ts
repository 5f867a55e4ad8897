/* A person's pages on other sites; the ids have been checked when TMDB's answer was read. */

export const tmdbPerson = (id: number): string => `https://www.themoviedb.org/person/${id}`;

/** @param imdbId of a person, for example "nm0000206" */
export const imdbName = (imdbId: string): string => `https://www.imdb.com/name/${imdbId}/`;
