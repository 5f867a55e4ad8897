import type { ReactNode } from "react";

import styles from "./message.module.css";

interface Props {
  title: string;
  children: ReactNode;
  /** Something is wrong, not merely empty. */
  alarming?: boolean;
}

/** A page's word when it has no films to show. */
export function Message({ title, children, alarming = false }: Props) {
  return (
    <section className={styles.message} data-alarming={alarming} {...(alarming ? { role: "alert" } : {})}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
