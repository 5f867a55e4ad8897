import { parse, TYPE, type MessageFormatElement } from "@formatjs/icu-messageformat-parser";

import { LANGUAGE_CODES } from "./languages";
import { MESSAGES } from "./messages";

type Tree = { readonly [key: string]: string | Tree };

/** All messages of a language by their keys. */
function flat(tree: Tree, prefix = ""): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === "string" ? [[prefix + key, value]] : Object.entries(flat(value, `${prefix}${key}.`)),
    ),
  );
}

/** The names of the arguments and tags of a message, and the plural categories that it has words for. */
function partsOf(elements: readonly MessageFormatElement[]): { names: Set<string>; plurals: string[][] } {
  const names = new Set<string>();
  const plurals: string[][] = [];
  const add = (children: readonly MessageFormatElement[]) => {
    const inner = partsOf(children);
    for (const name of inner.names) names.add(name);
    plurals.push(...inner.plurals);
  };
  for (const element of elements) {
    if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
    names.add(element.type === TYPE.tag ? `<${element.value}>` : element.value);
    if (element.type === TYPE.tag) add(element.children);
    if (element.type === TYPE.plural) plurals.push(Object.keys(element.options));
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      for (const { value } of Object.values(element.options)) add(value);
    }
  }
  return { names, plurals };
}

const english = flat(MESSAGES.en as unknown as Tree);

describe.each(LANGUAGE_CODES)("the messages in %s", (language) => {
  const messages = flat(MESSAGES[language] as unknown as Tree);
  const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;

  test("take the arguments of the English ones, and know every plural of the language", () => {
    const wrong = Object.entries(messages).flatMap(([key, message]) => {
      const { names, plurals } = partsOf(parse(message));
      const expected = partsOf(parse(english[key] ?? "")).names;
      const missing = plurals.flatMap((options) =>
        categories.filter((category) => !options.includes(category)),
      );
      // Spanish and French have a word for millions, for which ICU falls back to the other one.
      const needed = missing.filter((category) => category !== "many" || language === "ar");
      return [
        ...[...names].filter((name) => !expected.has(name)).map((name) => `${key}: ${name} too much`),
        ...[...expected].filter((name) => !names.has(name)).map((name) => `${key}: no ${name}`),
        ...needed.filter((category) => category !== "zero").map((category) => `${key}: no ${category}`),
      ];
    });
    expect(wrong).toEqual([]);
  });

  test("have words for everything, and no apostrophe that ICU takes for a mark of its own", () => {
    for (const [key, message] of Object.entries(messages)) {
      expect({ key, message }).toEqual({ key, message: expect.stringMatching(/^[^']*\S[^']*$/) });
    }
  });
});

test("the French messages break no line before a mark, and have one kind of space there", () => {
  for (const [key, message] of Object.entries(flat(MESSAGES.fr as unknown as Tree))) {
    // Before a mark and within quotation marks stands U+00A0; a colon of an address has no space.
    const wrong = message.match(/[^\S\u00a0][:;?!»]|«[^\u00a0]|[^\u00a0]»|\u202f/g) ?? [];
    expect({ key, wrong }).toEqual({ key, wrong: [] });
  }
});
