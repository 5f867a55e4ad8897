/** What keeps the list: loaded in one piece when it is needed. */
export { addFilms, listFilms, toggleFilm } from "./store";
export { joinTabs } from "./tabs";
