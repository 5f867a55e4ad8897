import styles from "./outside-links.module.css";

interface Props {
  /** Addresses by what is found there; null where there is none. */
  links: Readonly<Record<string, string | null>>;
}

/** Links to other sites, which are not told where the visitor comes from. */
export function OutsideLinks({ links }: Props) {
  return (
    // eslint-disable-next-line jsx-a11y/no-redundant-roles -- Safari takes a list without bullets for none.
    <ul className={styles.links} role="list">
      {Object.entries(links).map(([name, address]) =>
        address === null ? null : (
          <li key={name}>
            <a href={address} rel="noreferrer nofollow">
              {name}
            </a>
          </li>
        ),
      )}
    </ul>
  );
}
