"use client";

import { createTheme } from "@mui/material/styles";

import { COLOURS } from "./colours";

const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif';

/** Those of the palette that a style sheet reads. */
const READ = new Set(["common", "primary", "error", "warning", "text", "background", "divider"]);

/** Colours, type and shape; everything else reads them as CSS variables. */
export const theme = createTheme({
  cssVariables: {
    colorSchemeSelector: "class",
    // Every page carries the variables: those that something here reads, and no other.
    shouldSkipGeneratingVar: ([group = "", name = ""]) =>
      group === "palette" ? !READ.has(name) : group !== "spacing" && group !== "shape",
  },
  colorSchemes: {
    light: { palette: COLOURS.light },
    dark: { palette: COLOURS.dark },
  },
  shape: { borderRadius: 10 },
  typography: { fontFamily: FONT, button: { textTransform: "none", fontWeight: 650, fontSize: "1rem" } },
});
