import { useI18n } from "@/app/i18n/i18n";

import styles from "./not-found-message.module.css";
import { TextLink } from "./text-link";

/** The word for an address that leads nowhere. */
export function NotFoundMessage({ title }: { title: string }) {
  const { t, href } = useI18n();
  return (
    <div className={styles.notFound}>
      <p className={styles.status}>404</p>
      <h1>{title}</h1>
      <p>{t("missing.why")}</p>
      <p>
        <TextLink href={href("/")}>{t("missing.search")}</TextLink>
      </p>
    </div>
  );
}
