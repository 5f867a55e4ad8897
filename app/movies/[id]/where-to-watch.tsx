import { useI18n } from "@/app/i18n/i18n";
import { RegionForm } from "@/app/ui/region-form";
import { Section } from "@/app/ui/section";
import { TmdbImage } from "@/app/ui/tmdb-image";
import type { MovieDetails, Provider } from "@/lib/movies";

import styles from "./where-to-watch.module.css";

const KINDS = ["stream", "free", "rent", "buy"] as const;

function Providers({ providers }: { providers: readonly Provider[] }) {
  return (
    // eslint-disable-next-line jsx-a11y/no-redundant-roles -- Safari takes a list without bullets for none.
    <ul className={styles.providers} role="list">
      {providers.map(({ id, name, logoPath }) => (
        <li key={id}>
          <span className={styles.logo}>
            {logoPath === null ? null : <TmdbImage kind="logo" path={logoPath} sizes="36px" alt="" />}
          </span>
          <bdi>{name}</bdi>
        </li>
      ))}
    </ul>
  );
}

/** TMDB has the offers from JustWatch, and asks to name it beside them (reference/movie-watch-providers). */
function Credit({ link }: { link: string | null }) {
  const { t } = useI18n();
  const words = t("film.offersCredit");
  return (
    <p className={styles.credit}>
      {link === null ? (
        words
      ) : (
        <a href={link} rel="noreferrer nofollow">
          {words}
        </a>
      )}
    </p>
  );
}

/** Where a film can be watched in the visitor's region. */
export function WhereToWatch({ film }: { film: MovieDetails }) {
  const { t, href } = useI18n();
  const { watch, code } = film.region;
  const kinds = KINDS.filter((kind) => watch[kind].length > 0);
  return (
    // Who has chosen a region comes back to this place.
    <div id="watch">
      <Section title={t("film.watch")}>
        <RegionForm action={`${href(`/movies/${film.id}`)}#watch`} region={code} regions={film.regions} />
        {kinds.length === 0 ? (
          <p>{t("film.noOffers")}</p>
        ) : (
          <>
            <dl className={styles.offers}>
              {kinds.map((kind) => (
                <div key={kind}>
                  <dt>{t(`film.offers.${kind}`)}</dt>
                  <dd>
                    <Providers providers={watch[kind]} />
                  </dd>
                </div>
              ))}
            </dl>
            <Credit link={watch.link} />
          </>
        )}
      </Section>
    </div>
  );
}
