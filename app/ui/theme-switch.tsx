"use client";

import { useColorScheme } from "@mui/material/styles";
import { useSyncExternalStore } from "react";

import buttons from "./button.module.css";
import styles from "./site-header.module.css";

const never = () => () => undefined;

/** Whether this is the browser, after hydration: only there it is known which theme the visitor sees. */
function useInBrowser(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

/** Switches between the light and the dark theme. Without JavaScript it is not shown. */
export function ThemeSwitch() {
  const { mode, systemMode, setMode } = useColorScheme();
  const inBrowser = useInBrowser();
  const shown = mode === "system" ? systemMode : mode;
  const other = inBrowser && shown === "dark" ? "light" : "dark";
  return (
    <button
      type="button"
      className={`${buttons.icon} ${styles.themeSwitch}`}

      onClick={() => setMode(other)}
      aria-label={`Switch to the ${other} theme`}
    >
      <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" fill="currentColor">
        {other === "light" ? (
          <path d="M12 7a5 5 0 1 0 0 10 5 5 0 0 0 0-10Zm0-6 1.5 3.5h-3L12 1Zm0 22-1.5-3.5h3L12 23ZM1 12l3.5-1.5v3L1 12Zm22 0-3.5 1.5v-3L23 12ZM4.2 4.2l3.6 1.4-2.2 2.2-1.4-3.6Zm15.6 15.6-3.6-1.4 2.2-2.2 1.4 3.6Zm0-15.6-1.4 3.6-2.2-2.2 3.6-1.4ZM4.2 19.8l1.4-3.6 2.2 2.2-3.6 1.4Z" />
        ) : (
          <path d="M20.7 14.6A9 9 0 0 1 9.4 3.3a9 9 0 1 0 11.3 11.3Z" />
        )}
      </svg>
    </button>
  );
}
