/** The colours of both themes, wherever they are needed; in style sheets they are MUI's variables. */
export const COLOURS = {
  light: {
    primary: { main: "#8f3a12", contrastText: "#ffffff" },
    background: { default: "#f7f4ee", paper: "#ffffff" },
    text: { primary: "#1c1a17", secondary: "#5a554d" },
    divider: "#ddd6ca",
    warning: { main: "#ed6c02" },
    error: { main: "#d32f2f" },
  },
  dark: {
    primary: { main: "#ffb45e", contrastText: "#201200" },
    background: { default: "#111216", paper: "#1a1c22" },
    text: { primary: "#f1eee8", secondary: "#b3aea5" },
    divider: "#32343c",
    warning: { main: "#ffa726" },
    error: { main: "#f44336" },
  },
} as const;

/** The colours of high contrast, as globals.css sets them over those of any theme. */
export const HIGH_CONTRAST = {
  primary: { main: "#ffe14d", contrastText: "#000" },
  background: { default: "#000", paper: "#000" },
  text: { primary: "#fff", secondary: "#f2f2f2" },
  divider: "#fff",
  warning: { main: "#ffb300" },
  error: { main: "#ff8a80" },
} as const;
