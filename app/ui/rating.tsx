import { useI18n } from "@/app/i18n/i18n";

import { RATING_FORMAT, RatingMark } from "./rating-mark";

interface Props {
  voteAverage: number;
  voteCount: number;
}

/** TMDB's rating out of ten; nothing while nobody has voted. */
export function Rating({ voteAverage, voteCount }: Props) {
  const { t, format } = useI18n();
  if (voteCount === 0) return null;
  const value = format.number(voteAverage, RATING_FORMAT);
  return <RatingMark value={value} words={t("film.rated", { value })} />;
}
