import { short, table } from "../../docs/markdown";
import { durationMs, FULL_CPU_MB } from "../costs/lambda";
import type { StartResult } from "./measure";

const MAX_RATIO = 1.25;
const MAX_MB = 4;
/** Sizes that Lambda may be given. */
const MEMORIES_MB = [512, 1024, FULL_CPU_MB];

const verdict = (met: boolean) => (met ? "met" : "MISSED");

/** The table of the start part, in Markdown. */
export function startReport({ processes, product, emptyPage }: StartResult): string {
  const ratio = product.p50 / emptyPage.p50;
  const mb = product.zipBytes / 1e6;
  return [
    "## The Lambda bundle",
    `From the start of a process to its first page, in ${processes} fresh processes of each, in turn. The empty page is an app of its own, built by the same OpenNext settings; the product's page asks its table for what is in the cache.`,
    table(
      ["", "zipped, MB", "start p50 / p95 ms", "CPU ms", "next pages p50 ms", "CPU ms", "memory, MB"],
      [
        { title: "the product", row: product },
        { title: "one empty page", row: emptyPage },
      ].map(({ title, row }) => [
        title,
        short(row.zipBytes / 1e6),
        `${short(row.p50)} / ${short(row.p95)}`,
        short(row.startCpuMs),
        short(row.pageMs),
        short(row.pageCpuMs),
        short(row.memoryMb),
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
    `What Lambda would take, which gives a processor's share by memory (${FULL_CPU_MB} MB: one processor). A model, from this machine's processor and Node, and not a measurement of Lambda:`,
    table(
      ["memory, MB", "start ms", "next pages ms"],
      MEMORIES_MB.map((mb) => [
        String(mb),
        short(durationMs({ wallMs: product.p50, cpuMs: product.startCpuMs }, mb)),
        short(durationMs({ wallMs: product.pageMs, cpuMs: product.pageCpuMs }, mb)),
      ]),
    ),
  ].join("\n\n");
}
