import { short, table } from "../../docs/markdown";
import type { PagesResult } from "./measure";

const MAX_JS_KB = 180;
const MAX_JS_RATIO = 1.3;
const MAX_HTML_KB = 20;

/** Bytes of a kilobyte, here and in the end-to-end tests, as Lighthouse counts. */
const KB = 1024;

const kb = (bytes: number) => short(bytes / KB);
const verdict = (met: boolean) => (met ? "met" : "MISSED");

type Row = PagesResult["empty"];

function budgets({ empty, rows, imageHost }: PagesResult): string[][] {
  const most = (of: (row: Row) => number) => rows.reduce((worst, row) => (of(row) > of(worst) ? row : worst));
  const heaviest = most(({ weight }) => weight.js);
  const longest = most(({ weight }) => weight.html);
  const ratio = heaviest.weight.js / empty.weight.js;
  const imperfect = rows.flatMap(({ name, audit }) => audit.short.map((id) => `${name}: ${id}`));
  const strangers = new Set(rows.flatMap(({ weight }) => weight.hosts).filter((host) => host !== imageHost));
  const cls = most(({ audit }) => audit.cls);
  return [
    [
      "JavaScript of the heaviest page",
      `≤ ${MAX_JS_KB} KB`,
      `${kb(heaviest.weight.js)} KB (${heaviest.name})`,
      verdict(heaviest.weight.js <= MAX_JS_KB * KB),
    ],
    [
      "against the empty page",
      `≤ ${MAX_JS_RATIO} ×`,
      `${ratio.toFixed(2)} ×`,
      verdict(ratio <= MAX_JS_RATIO),
    ],
    [
      "the longest HTML",
      `≤ ${MAX_HTML_KB} KB`,
      `${kb(longest.weight.html)} KB (${longest.name})`,
      verdict(longest.weight.html <= MAX_HTML_KB * KB),
    ],
    [
      "accessibility, best practices, SEO but for what is kept from search engines",
      "100",
      imperfect.length === 0 ? "100 on every page" : imperfect.join(", "),
      verdict(imperfect.length === 0),
    ],
    [
      "hosts asked beside our own before a click",
      "TMDB’s images",
      strangers.size === 0 ? "no other" : [...strangers].join(", "),
      verdict(strangers.size === 0),
    ],
    ["layout shift", "0", short(cls.audit.cls), verdict(cls.audit.cls === 0)],
  ];
}

/** The tables of the pages part, in Markdown. */
export function pagesReport(result: PagesResult): string {
  const { runs, empty, rows } = result;
  const all = [empty, ...rows];
  return [
    "## The pages",
    `What a phone loads that was never here: kilobytes of 1024 bytes, gzipped, images as they come from the stand-in for TMDB. Lighthouse ${runs} times for a phone, medians; the empty page is built by the same Next and served by the same machine.`,
    table(
      ["page", "HTML", "JS", "CSS", "images", "requests", "other hosts"],
      all.map(({ name, weight }) => [
        name,
        kb(weight.html),
        kb(weight.js),
        kb(weight.css),
        kb(weight.images),
        String(weight.requests),
        String(weight.hosts.length),
      ]),
    ),
    table(
      ["page", "performance", "LCP ms", "TBT ms", "CLS", "accessibility", "best practices", "SEO"],
      all.map(({ name, audit }) => [
        name,
        short(audit.performance),
        short(audit.lcpMs),
        short(audit.tbtMs),
        short(audit.cls),
        short(audit.accessibility),
        short(audit.bestPractices),
        short(audit.seo),
      ]),
    ),
    table(["what", "budget", "measured", ""], budgets(result)),
  ].join("\n\n");
}
