import Link from "next/link";

import styles from "./site-header.module.css";
import { ThemeSwitch } from "./theme-switch";

/** The top of every page. */
export function SiteHeader() {
  return (
    <header className={styles.header}>
      <a className={styles.skip} href="#content">
        Skip to content
      </a>
      <div className={styles.inner}>
        <Link className={styles.brand} href="/" prefetch={false}>
          <svg viewBox="0 0 32 32" width="30" height="30" aria-hidden="true">
            <rect width="32" height="32" rx="7" fill="var(--mui-palette-primary-main)" />
            <path d="M12 8.5v15l12-7.5z" fill="var(--mui-palette-primary-contrastText)" />
            <path
              d="M6 8h2v3H6zm0 6.5h2v3H6zM6 21h2v3H6z"
              fill="var(--mui-palette-primary-contrastText)"
              opacity=".75"
            />
          </svg>
          Movies viewer
        </Link>
        <ThemeSwitch />
      </div>
    </header>
  );
}
