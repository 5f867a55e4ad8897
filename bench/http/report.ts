import { short, table } from "../../docs/markdown";
import type { HttpResult } from "./measure";

/** The table of the HTTP part, in Markdown. */
export function httpReport({ runs, seconds, rows }: HttpResult): string {
  const head = ["connections", "", "requests per second", "p50 ms", "p99 ms", "not 2xx"];
  const cells = rows.flatMap(({ connections, empty, hit }) =>
    [
      { title: "empty handler", load: empty },
      { title: "GET /api/movies, a hit", load: hit },
    ].map(({ title, load }) => [
      String(connections),
      title,
      short(load.perSecond),
      short(load.p50),
      short(load.p99),
      String(load.failures),
    ]),
  );
  const shares = rows
    .map(
      ({ connections, empty, hit }) =>
        `${short((100 * hit.perSecond) / empty.perSecond)} % at ${connections}`,
    )
    .join(", ");
  return [
    "## The HTTP layer",
    `The API's hit path against an empty route handler of the same Next build, in turn: medians of ${runs} runs of ${seconds} s. The embedded DynamoDB (dynalite), the stand-in and the clients share the machine with the server.`,
    table(head, cells),
    `Requests per second of a hit, in percent of the empty handler's: ${shares}.`,
  ].join("\n\n");
}
