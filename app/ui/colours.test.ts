import { readFileSync } from "node:fs";

import { COLOURS } from "./colours";

const styles = readFileSync("app/globals.css", "utf8");

/** The colours as the names and values of MUI's variables. */
const variables = Object.entries(COLOURS.dark).flatMap(([group, colours]) =>
  typeof colours === "string"
    ? [`--mui-palette-${group}: ${colours};`]
    : Object.entries(colours).map(([name, colour]) => `--mui-palette-${group}-${name}: ${colour};`),
);

test("the dark colours without a script are those of the theme", () => {
  const [, block = ""] =
    /@media \(scripting: none\) and \(prefers-color-scheme: dark\) \{\s*:root \{([^}]*)\}/.exec(styles) ?? [];
  const set = block.split("\n").map((line) => line.trim());
  expect(set.filter((line) => line.startsWith("--")).sort()).toEqual(variables.sort());
});
