import styles from "./panel.module.css";
import type { Suggestion } from "./use-suggestions";

interface Props {
  id: string;
  label: string;
  films: readonly Suggestion[];
  /** The place of the film that Enter chooses; -1 for none. */
  active: number;
  onChoose: (film: Suggestion) => void;
}

/** The element of a suggestion, for aria-activedescendant. */
export const optionId = (listId: string, place: number): string => `${listId}-${place}`;

/** The films that the field offers: the listbox of a combobox (WAI-ARIA 1.2, combobox pattern). */
export function SuggestionList({ id, label, films, active, onChoose }: Props) {
  return (
    <div className={styles.panel} role="listbox" id={id} aria-label={label}>
      {films.map((film, place) => (
        // The keys are the field's: the focus stays there.
        // eslint-disable-next-line jsx-a11y/click-events-have-key-events
        <div
          key={film.id}
          id={optionId(id, place)}
          role="option"
          tabIndex={-1}
          aria-selected={place === active}
          className={styles.option}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(film)}
        >
          <span dir="auto">{film.title}</span>
          {film.year === null ? null : <span className={styles.year}>{film.year}</span>}
        </div>
      ))}
    </div>
  );
}
