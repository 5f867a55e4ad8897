import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import { expect, type Locator, type Page } from "@playwright/test";

import { DEFAULT_LANGUAGE, isLanguage, type Language } from "../../app/i18n/languages";
import { MESSAGES } from "../../app/i18n/messages";
import { untilHydrated } from "./site";

const resolve = createRequire(import.meta.url).resolve;

/** The fonts of looks.css: a system's own differ from machine to machine, and every line of text with them. */
const FONTS: Readonly<Record<string, string>> = {
  "latin-400": "@fontsource/inter/files/inter-latin-400-normal.woff2",
  "latin-700": "@fontsource/inter/files/inter-latin-700-normal.woff2",
  "arabic-400": "@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-400-normal.woff2",
  "arabic-700": "@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-700-normal.woff2",
};

/** The widths that pages are looked at in: a small phone, a tablet, a desk. */
export const SIZES = {
  360: { width: 360, height: 780 },
  768: { width: 768, height: 1024 },
  1440: { width: 1440, height: 900 },
} as const;

/** The end of an image's address that asks for its words in the fonts of looks.css. */
const IN_FONTS = "?in-fonts-of-looks";

/** Returns a rule for the words of an SVG image, which may load nothing and so brings its font along. */
function fontOfImages(): string {
  const font = readFileSync(resolve("@fontsource/inter/files/inter-latin-700-normal.woff2"));
  return `<style>
    @font-face { font-family: Looks; src: url("data:font/woff2;base64,${font.toString("base64")}"); }
    text { font-family: Looks; font-weight: 400; }
  </style>`;
}

/** Applies looks.css as a sheet that is made, not inlined: the page's policy has nothing against that. */
async function applyStyles(page: Page): Promise<void> {
  const styles = readFileSync(new URL("./looks.css", import.meta.url), "utf8");
  await page.evaluate((styles) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    document.adoptedStyleSheets.push(sheet);
  }, styles);
}

async function bringFonts(page: Page): Promise<void> {
  await page.route("**/fonts-of-looks/*", (route) => {
    const name = new URL(route.request().url()).pathname.split("/").at(-1) ?? "";
    const file = FONTS[name];
    if (file === undefined) return route.abort();
    return route.fulfill({ contentType: "font/woff2", body: readFileSync(resolve(file)) });
  });
  await page.route(`**/*.svg${IN_FONTS}`, async (route) => {
    const response = await route.fetch({ url: route.request().url().replace(IN_FONTS, "") });
    const image = await response.text();
    await route.fulfill({ response, body: image.replace("</svg>", `${fontOfImages()}</svg>`) });
  });
}

/** Brings the pictures further down, which wait until they are near what is seen, and sideways in a row. */
async function bringImages(page: Page): Promise<void> {
  await page.evaluate(async (inFonts) => {
    // What does not load is hidden, and what stands behind it seen.
    const load = () => Promise.all([...document.images].map((image) => image.decode().catch(() => null)));
    for (const image of document.images) image.loading = "eager";
    // Until then, an image does not know which of its addresses it takes.
    await load();
    for (const image of document.images) {
      const { currentSrc } = image;
      if (!currentSrc.endsWith(".svg")) continue;
      image.srcset = "";
      image.src = currentSrc + inFonts;
    }
    await load();
  }, IN_FONTS);
}

/** Waits until the buttons can be pressed that need to know what this browser keeps. */
async function untilKept(page: Page): Promise<void> {
  await expect(page.locator("header select:disabled, [aria-pressed]:disabled")).toHaveCount(0);
}

/** A regular expression, and what stands in a picture where it matches. */
type Rule = readonly [pattern: string, stable: string];

/** Matches a message of one argument, whatever that is. */
const withAny = (message: string): string =>
  `^${message.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&").replace(/\\\{\w+\\\}/, ".+")}$`;

/**
 * What is another in every run: ages, hits, what is left to wait, whether others have made TMDB fail meanwhile, and the
 * end of a query that nobody has asked.
 */
function rulesOf(language: Language): Rule[] {
  const { source, about } = MESSAGES[language];
  const ago = new Intl.RelativeTimeFormat(language).format(-5, "second");
  const hit = source.hit.replace("{hits}", "1");
  const reachable = about.reachable.replace("{when}", ago);
  return [
    [withAny(source.tmdb), hit],
    [withAny(source.uncounted), hit],
    [withAny(source.hit), hit],
    [withAny(source.fetched), source.fetched.replace("{ago}", ago)],
    [withAny(about.reachable), reachable],
    [withAny(about.unreachable), reachable],
    ["[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "0ddba11"],
    [" [0-9a-f]{8}\\b", ""],
    ["a second of patience", "5 seconds of patience"],
    ["\\b\\d+ seconds?\\b", "5 seconds"],
    ["\\(\\d+ years? old\\)", "(50 years old)"],
    // The fonts of the pictures do not have them, and some systems neither.
    ["[\\u3040-\\u30ff\\u4e00-\\u9fff]", "x"],
  ];
}

/** What no picture may show, whatever the rules are: an age or a wait that goes on. */
const MOVING = /\bjust now$|\b(?!5 )\d+ seconds?\b|\b\d+ (minute|hour)s? ago\b/;

/**
 * Puts the same words into every run's page where they are others.
 *
 * @param masked what goes on changing and is covered in the picture
 * @throws where some are left, or have come back
 */
async function stopChanges(page: Page, masked: Locator[]): Promise<void> {
  const spoken = await page.locator("html").getAttribute("lang");
  const language = isLanguage(spoken) ? spoken : DEFAULT_LANGUAGE;
  const rules = rulesOf(language);
  const { hit } = MESSAGES[language].about;
  for (const one of masked) {
    await one.evaluateAll((elements) =>
      elements.forEach((element) => element.setAttribute("data-masked", "")),
    );
  }
  /** Applies the rules, and answers the words of the page that are seen, as they were. */
  const apply = () =>
    page.locator("body").evaluate(
      (body, { rules, hit }) => {
        const stable = (text: string) =>
          rules.reduce((words, [pattern, instead]) => words.replace(new RegExp(pattern, "g"), instead), text);
        const seen: string[] = [];
        const texts = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
        for (let text = texts.nextNode() as Text | null; text; text = texts.nextNode() as Text | null) {
          if (text.parentElement?.closest("script, style, [data-masked]")) continue;
          seen.push(text.data);
          const words = stable(text.data);
          if (words !== text.data) text.data = words;
        }
        for (const field of body.querySelectorAll("input")) {
          const words = stable(field.value);
          if (words !== field.value) field.value = words;
        }
        for (const portrait of body.querySelectorAll<HTMLElement>("[data-initials]")) {
          portrait.dataset.initials = stable(portrait.dataset.initials ?? "");
        }
        for (const term of body.querySelectorAll("dt")) {
          const figure = term.nextElementSibling?.firstChild;
          if (term.textContent === hit && figure instanceof Text) figure.data = "1";
        }
        return seen;
      },
      { rules, hit },
    );
  await apply();
  // Time for a script to put its own words back.
  await page.waitForTimeout(250);
  const seen = await apply();
  const left = seen.filter(
    (text) =>
      MOVING.test(text) ||
      rules.some(([pattern, instead]) => text.replace(new RegExp(pattern, "g"), instead) !== text),
  );
  expect(left, "words that are others in every run").toEqual([]);
}

/**
 * Compares the page as it is now with its picture in docs/screenshots, which `--update-snapshots` makes anew: to be
 * looked at before it is committed.
 *
 * @param mask what goes on changing while it is looked at
 * @param fullPage all of it, and not only what the window shows
 */
export async function expectToLook(
  page: Page,
  name: string,
  {
    size = 360,
    mask = [],
    fullPage = true,
  }: { size?: keyof typeof SIZES; mask?: Locator[]; fullPage?: boolean } = {},
): Promise<void> {
  await bringFonts(page);
  await page.setViewportSize(SIZES[size]);
  await untilHydrated(page);
  await untilKept(page);
  await bringImages(page);
  await stopChanges(page, mask);
  await applyStyles(page);
  await expect(page).toHaveScreenshot(`${name}.png`, {
    // Playwright would hide it by an inline style, which the page's policy forbids: looks.css does.
    caret: "initial",
    fullPage,
    animations: "disabled",
    mask,
    // Browsers draw the edge of a letter or of a curve in their own ways; a button that is gone is more than that.
    threshold: 0.3,
    maxDiffPixels: 150,
  });
}
