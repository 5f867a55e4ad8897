/*
 * A film's pages on other sites. The ids have been checked when TMDB's answer was read; nothing else of what TMDB says
 * goes into these addresses.
 */

export const tmdbFilm = (id: number): string => `https://www.themoviedb.org/movie/${id}`;
export const tmdbCast = (id: number): string => `${tmdbFilm(id)}/cast`;
export const tmdbCollection = (id: number): string => `https://www.themoviedb.org/collection/${id}`;
export const letterboxdFilm = (id: number): string => `https://letterboxd.com/tmdb/${id}`;

/** @param imdbId of a film, for example "tt0133093" */
export const imdbTitle = (imdbId: string): string => `https://www.imdb.com/title/${imdbId}/`;
