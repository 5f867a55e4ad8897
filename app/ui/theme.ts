"use client";

import { createTheme } from "@mui/material/styles";

const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif';

const COLOURS = new Set(["common", "primary", "error", "warning", "text", "background", "divider"]);

/** Colours, type and shape; everything else reads them as CSS variables. */
export const theme = createTheme({
  cssVariables: {
    colorSchemeSelector: "class",
    // Every page carries the variables: those that something here reads, and no other.
    shouldSkipGeneratingVar: ([group = "", name = ""]) =>
      group === "palette" ? !COLOURS.has(name) : group !== "spacing" && group !== "shape",
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
