import { readFileSync } from "node:fs";

import { COLOURS } from "./colours";

const styles = readFileSync("app/globals.css", "utf8");

/** The colours as the names and values of MUI's variables. */
const variables = Object.entries(COLOURS.dark).flatMap(([group, colours]) =>
  typeof colours === "string"
    ? [`--mui-palette-${group}: ${colours};`]
    : Object.entries(colours).map(([name, colour]) => `--mui-palette-${group}-${name}: ${colour};`),
);

/** What the style sheet sets for a selector, the first of these that follows a text. */
function declarations(after: string, selector: string): string[] {
  const [, rest = ""] = styles.split(after);
  const [, block = ""] = rest.split(`${selector} {`);
  const lines = (block.split("}")[0] ?? "").split("\n").map((line) => line.trim());
  return lines.filter((line) => line !== "");
}

test("the dark colours without a script are those of the theme", () => {
  const set = declarations("@media (scripting: none) and (prefers-color-scheme: dark)", ":root");
  expect(set.filter((line) => line.startsWith("--")).sort()).toEqual(variables.sort());
});

test("high contrast is the same for who chooses it and for who asks the system for it", () => {
  const chosen = declarations("/* High contrast", ':root[data-contrast="more"]');
  expect(chosen.length).toBeGreaterThan(5);
  expect(declarations("@media (prefers-contrast: more)", ":root:not([data-contrast])")).toEqual(chosen);
});
