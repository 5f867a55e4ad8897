"use client";

import { createTheme } from "@mui/material/styles";

import { COLOURS } from "./colours";

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
    light: { palette: COLOURS.light },
    dark: { palette: COLOURS.dark },
  },
  shape: { borderRadius: 10 },
  typography: { fontFamily: FONT, button: { textTransform: "none", fontWeight: 650, fontSize: "1rem" } },
});
