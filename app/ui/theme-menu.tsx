"use client";

import { useColorScheme } from "@mui/material/styles";
import { useSyncExternalStore } from "react";

import { isHighContrast, onContrastChange, setContrast } from "./contrast";
import styles from "./theme-menu.module.css";

const THEMES = ["system", "light", "dark", "contrast"] as const;
type Theme = (typeof THEMES)[number];

interface Props {
  label: string;
  names: Readonly<Record<Theme, string>>;
}

/** Chooses the theme, and keeps it in this browser. Without JavaScript the system's is shown, and this is not. */
export function ThemeMenu({ label, names }: Props) {
  const { mode, setMode } = useColorScheme();
  const contrast = useSyncExternalStore(onContrastChange, isHighContrast, () => false);
  // On the server nobody knows what the visitor has chosen: MUI says nothing then.
  const chosen: Theme = contrast ? "contrast" : (mode ?? "system");

  function choose(theme: Theme) {
    if (theme === "contrast") return setContrast("more");
    setContrast(theme === "system" ? null : "normal");
    setMode(theme);
  }

  return (
    <label className={styles.menu}>
      <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" fill="currentColor">
        <path d="M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm0 2.2v15.6a7.8 7.8 0 0 1 0-15.6Z" />
      </svg>
      <select
        aria-label={label}
        value={chosen}
        // What is chosen before the script has come would be lost.
        disabled={mode === undefined}
        onChange={({ target }) => choose(THEMES.find((theme) => theme === target.value) ?? "system")}
      >
        {THEMES.map((theme) => (
          <option key={theme} value={theme}>
            {names[theme]}
          </option>
        ))}
      </select>
    </label>
  );
}
