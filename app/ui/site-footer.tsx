import styles from "./site-footer.module.css";

/** The bottom of every page: the notice and the logo that TMDB's terms ask for, smaller than our own name. */
export function SiteFooter() {
  return (
    <footer className={styles.footer}>
      <div className={styles.inner}>
        <a href="https://www.themoviedb.org/" className={styles.logo}>
          <img src="/tmdb.svg" alt="The Movie Database (TMDB)" width="26" height="26" loading="lazy" />
        </a>
        <p>
          This application uses TMDB and the TMDB APIs but is not endorsed, certified, or otherwise approved
          by TMDB.
        </p>
        <nav aria-label="For programs">
          <a href="/api/openapi.json">API</a>
        </nav>
      </div>
    </footer>
  );
}
