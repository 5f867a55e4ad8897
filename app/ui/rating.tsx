import { useI18n } from "@/app/i18n/i18n";

import styles from "./rating.module.css";

interface Props {
  voteAverage: number;
  voteCount: number;
}

/** TMDB's rating out of ten; nothing while nobody has voted. */
export function Rating({ voteAverage, voteCount }: Props) {
  const { t, format } = useI18n();
  if (voteCount === 0) return null;
  const value = format.number(voteAverage, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return (
    <span className={styles.rating}>
      <svg viewBox="0 0 20 20" width="15" height="15" aria-hidden="true">
        <path
          d="m10 1.8 2.5 5.3 5.8.7-4.3 4 1.2 5.7-5.2-2.9-5.2 2.9L6 11.8l-4.3-4 5.8-.7z"
          fill="currentColor"
        />
      </svg>
      <span aria-hidden="true">{value}</span>
      <span className="visually-hidden">{t("film.rated", { value })}</span>
    </span>
  );
}
