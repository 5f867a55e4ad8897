import { short, table } from "../markdown";
import type { StartResult } from "./measure";

const MAX_RATIO = 1.25;
const MAX_MB = 4;

const verdict = (met: boolean) => (met ? "met" : "MISSED");

/** The table of the start part, in Markdown. */
export function startReport({ processes, product, emptyPage }: StartResult): string {
  const ratio = product.p50 / emptyPage.p50;
  const mb = product.zipBytes / 1e6;
  return [
    "## The Lambda bundle",
    `From the start of a process to its first page, in ${processes} fresh processes of each, in turn. The empty page is an app of its own, built by the same OpenNext settings; the product's page asks its table for what is in the cache.`,
    table(
      ["", "zipped, MB", "start p50 ms", "start p95 ms", "next pages p50 ms"],
      [
        { title: "the product", row: product },
        { title: "one empty page", row: emptyPage },
      ].map(({ title, row }) => [
        title,
        short(row.zipBytes / 1e6),
        short(row.p50),
        short(row.p95),
        short(row.pageMs),
      ]),
    ),
    table(
      ["what", "budget", "measured", ""],
      [
        ["the server's archive", `≤ ${MAX_MB} MB`, `${short(mb)} MB`, verdict(mb <= MAX_MB)],
        [
          "start against an empty page, p50",
          `≤ ${MAX_RATIO} ×`,
          `${ratio.toFixed(2)} ×`,
          verdict(ratio <= MAX_RATIO),
        ],
      ],
    ),
  ].join("\n\n");
}
