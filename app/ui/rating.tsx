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
      <span aria-hidden="true">{value}</span>
      <span className="visually-hidden">{t("film.rated", { value })}</span>
    </span>
  );
}
