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
