import { readFileSync } from "node:fs";

import { COLOURS, HIGH_CONTRAST } from "./colours";

const styles = readFileSync("app/globals.css", "utf8");

/** The colours as the names and values of MUI's variables. */
const variables = (palette: typeof COLOURS.dark | typeof HIGH_CONTRAST) =>
  Object.entries(palette).flatMap(([group, colours]) =>
    typeof colours === "string"
      ? [`--mui-palette-${group}: ${colours};`]
      : Object.entries(colours).map(([name, colour]) => `--mui-palette-${group}-${name}: ${colour};`),
  );

/** The variables that the style sheet sets for a selector, the first of these that follows a text. */
function declarations(after: string, selector: string): string[] {
  const [, rest = ""] = styles.split(after);
  const [, block = ""] = rest.split(`${selector} {`);
  const lines = (block.split("}")[0] ?? "").split("\n").map((line) => line.trim());
  return lines.filter((line) => line.startsWith("--"));
}

test("the dark colours without a script are those of the theme", () => {
  const set = declarations("@media (scripting: none) and (prefers-color-scheme: dark)", ":root");
  expect(set.sort()).toEqual(variables(COLOURS.dark).sort());
});

test("high contrast is the same for who chooses it and for who asks the system for it", () => {
  const expected = variables(HIGH_CONTRAST).sort();
  expect(declarations("/* High contrast", ':root[data-contrast="more"]').sort()).toEqual(expected);
  const asked = declarations("@media (prefers-contrast: more)", ":root:not([data-contrast])");
  expect(asked.sort()).toEqual(expected);
});
