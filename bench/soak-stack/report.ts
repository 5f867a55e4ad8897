import { claimTable, phaseTable } from "../soak/report";
import type { SoakStackResult } from "./measure";

/** The tables of the stack's soak, in Markdown. */
export function soakStackReport(result: SoakStackResult): string {
  const { seconds, perSecond, phases, counts, kills, brokenOff, started, claims } = result;
  return [
    "## The stack, while its sandboxes are killed",
    `What \`npm run cloud:local\` serves, asked ${perSecond} times a second through the edge for ${seconds} s. ${kills} times a sandbox was killed, whatever it was at: ${brokenOff} requests broke off, which the edge answers with 502, and ${started} sandboxes were started afterwards.`,
    claimTable(claims),
    `Of ${counts.windows} windows of the API ${counts.undisturbed} were undisturbed: no answer of theirs is uncounted, and nothing was killed meanwhile. In the others ${counts.numbersOfUncounted} numbers are nobody's; ${counts.uncounted} answers said that they were not counted.`,
    phaseTable(phases),
  ].join("\n\n");
}
