import { useI18n } from "@/app/i18n/i18n";
import { Poster } from "@/app/ui/poster";
import type { Collection } from "@/lib/movies";

import styles from "./collection-card.module.css";
import { tmdbCollection } from "./film-addresses";

/**
 * The series that a film belongs to. All its films are on its page at TMDB; a search for its name would find those that
 * happen to be called alike.
 */
export function CollectionCard({ collection }: { collection: Collection }) {
  const { t } = useI18n();
  const { id, name, posterPath } = collection;
  return (
    <div className={styles.collection}>
      <div className={styles.poster}>
        <Poster path={posterPath} title="" sizes="92px" />
      </div>
      <div>
        <p className={styles.name}>
          <bdi>{name}</bdi>
        </p>
        <a href={tmdbCollection(id)} rel="noreferrer nofollow">
          {t("film.collectionOnTmdb")}
        </a>
      </div>
    </div>
  );
}
