/** How wide a card of the grid is (movie-grid.module.css), as in the sizes attribute. */
export const GRID_SIZES = "(min-width: 900px) 200px, 45vw";
