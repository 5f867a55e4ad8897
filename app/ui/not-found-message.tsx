import Link from "next/link";

import { useI18n } from "@/app/i18n/i18n";

import styles from "./not-found-message.module.css";

/** The word for an address that leads nowhere. */
export function NotFoundMessage({ title }: { title: string }) {
  const { t, href } = useI18n();
  return (
    <div className={styles.notFound}>
      <p className={styles.status}>404</p>
      <h1>{title}</h1>
      <p>{t("missing.why")}</p>
      <p>
        <Link href={href("/")} prefetch={false}>
          {t("missing.search")}
        </Link>
      </p>
    </div>
  );
}
