"use client";

import { createTheme } from "@mui/material/styles";

const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif';

/** Colours, type and shape; everything else reads them as CSS variables. */
export const theme = createTheme({
  cssVariables: {
    colorSchemeSelector: "class",
    // Every page carries the variables; those of components that this app does not use are left out.
    shouldSkipGeneratingVar: ([group = "", name = ""]) =>
      ["font", "overlays", "shadows", "zIndex", "breakpoints", "opacity"].includes(group) ||
      (group === "palette" && /^[A-Z]/.test(name)),
  },
  colorSchemes: {
    light: {
      palette: {
        primary: { main: "#8f3a12", contrastText: "#ffffff" },
        background: { default: "#f7f4ee", paper: "#ffffff" },
        text: { primary: "#1c1a17", secondary: "#5a554d" },
        divider: "#ddd6ca",
      },
    },
    dark: {
      palette: {
        primary: { main: "#ffb45e", contrastText: "#201200" },
        background: { default: "#111216", paper: "#1a1c22" },
        text: { primary: "#f1eee8", secondary: "#b3aea5" },
        divider: "#32343c",
      },
    },
  },
  shape: { borderRadius: 10 },
  typography: { fontFamily: FONT, button: { textTransform: "none", fontWeight: 650, fontSize: "1rem" } },
});
