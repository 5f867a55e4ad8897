import { short, table } from "../../docs/markdown";
import { FULL_CPU_MB } from "./lambda";
import { priceOf, PRICES, PRICES_AS_OF, type Item } from "./prices";
import { ASSUMED, MEMORY_MB, monthlyUsage, type Measured, type Traffic } from "./usage";

/** The busier, the more often the same is asked within a window, and the fewer processes are started for one answer. */
const LEVELS: readonly Traffic[] = [
  { answers: 10_000, hitShare: 0.3, firstHitShare: 0.5, startShare: 0.3 },
  { answers: 1_000_000, hitShare: 0.6, firstHitShare: 0.1, startShare: 0.01 },
  { answers: 30_000_000, hitShare: 0.8, firstHitShare: 0.05, startShare: 0.002 },
];

const ITEMS = Object.keys(PRICES) as Item[];

const grouped = (value: number) => Math.round(value).toLocaleString("en-US").replaceAll(",", " ");
const percent = (share: number) => `${short(100 * share)} %`;
const usd = (value: number) => (value > 0 && value < 0.005 ? "< 0.01" : value.toFixed(2));
const quantity = (value: number) => (value >= 100 ? grouped(value) : short(value));

/**
 * What a month of production costs, as a page in Markdown, from what the bench measured.
 */
export function ledger(measured: Measured): string {
  const usages = LEVELS.map((level) => monthlyUsage(level, measured));
  const costs = usages.map((usage) => ITEMS.map((item) => priceOf(item, usage[item])));
  const totals = costs.map((rows) => rows.reduce((sum, cost) => sum + cost, 0));
  const { hit, firstHit, miss } = measured.charges;
  const units = ({ readUnits, writeUnits }: typeof hit) =>
    `${short(readUnits)} read and ${short(writeUnits)} write units`;
  const { start, page } = measured;

  return `${[
    "# What a month costs",
    "Written by `npm run bench -- costs` from what was measured last ([results](../bench/results/README.md)); a test holds it to that. US dollars for the stage production, without taxes and without AWS's free tiers, which cover most of the first column.",
    table(
      ["answers in a month", ...LEVELS.map(({ answers }) => grouped(answers))],
      [
        ["**US dollars**", ...totals.map((total) => `**${usd(total)}**`)],
        [
          "for a million answers",
          ...totals.map((total, at) => usd((total * 1e6) / (LEVELS[at]?.answers ?? 1))),
        ],
        ["from the cache, assumed", ...LEVELS.map(({ hitShare }) => percent(hitShare))],
        [
          "of these in a process that does not hold it, assumed",
          ...LEVELS.map(({ firstHitShare }) => percent(firstHitShare)),
        ],
        ["by a process just started, assumed", ...LEVELS.map(({ startShare }) => percent(startShare))],
      ],
    ),
    "## Of what",
    "Units, and in brackets what they cost.",
    table(
      ["", ...LEVELS.map(({ answers }) => grouped(answers))],
      ITEMS.map((item) => [
        PRICES[item].unit,
        ...usages.map((usage) => `${quantity(usage[item])} (${usd(priceOf(item, usage[item]))})`),
      ]),
    ),
    "## From what",
    [
      `- Measured: a hit takes ${units(hit)}, the first of a process ${units(firstHit)}, a miss ${units(miss)}, and two write units more that count the call to TMDB.`,
      `- Measured on the bench's machine, not in Lambda: ${short(start.wallMs)} ms to a process's first page (${short(start.cpuMs)} ms of processor time), ${short(page.wallMs)} ms (${short(page.cpuMs)} ms) for each page after it. With ${MEMORY_MB} MB Lambda gives ${short(MEMORY_MB / FULL_CPU_MB)} of a processor, which makes computing take longer and waiting not.`,
      `- Assumed of an answer: ${ASSUMED.pageKb} KB, compressed; ${ASSUMED.filesPerAnswer} static files of ${ASSUMED.filesKb} KB together, the others being in the browser's cache; ${ASSUMED.logBytes} bytes of log. An answer of the API is taken for a page.`,
      `- Assumed of a month: all of ${ASSUMED.metrics} metrics occur in every hour; ${ASSUMED.alarms} metrics have alarms; Lambda asks the queue all the time.`,
      "- Left out, since it is less than the last digit: S3, storage in DynamoDB and of logs, EventBridge, SNS, requests to KMS. A domain's zone in Route 53 costs 0.50 more. Posters come from TMDB's servers.",
    ].join("\n"),
    "## Prices",
    `List prices of ${PRICES_AS_OF} in eu-west-3 (Paris), CloudFront's in Europe. They change; the pages say what they are.`,
    table(
      ["", "US dollars", "for", "page"],
      ITEMS.map((item) => {
        const { unit, usd: price, per, page: path } = PRICES[item];
        return [unit, String(price), per === 1 ? "one" : "a million", `https://aws.amazon.com${path}`];
      }),
    ),
  ].join("\n\n")}\n`;
}
