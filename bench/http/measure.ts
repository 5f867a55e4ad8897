import { median } from "../statistics";
import { buildWithEmptyRoute, EMPTY_ROUTE, removeCopy } from "./build";
import { load, type Load } from "./load";
import { serveCopy } from "./serve";

const TARGETS = { empty: EMPTY_ROUTE, hit: "/api/movies?query=matrix" };

type Target = keyof typeof TARGETS;

export interface HttpRow {
  readonly connections: number;
  /** Medians of the runs. */
  readonly empty: Load;
  readonly hit: Load;
}

export interface HttpResult {
  readonly runs: number;
  readonly seconds: number;
  readonly rows: readonly HttpRow[];
}

const CONNECTIONS = [10, 50];
const RUNS = 5;
const SECONDS = 4;
const WARM_UP_SECONDS = 5;

function medians(loads: readonly Load[]): Load {
  const of = (name: keyof Load) => median(loads.map((one) => one[name]));
  return {
    perSecond: of("perSecond"),
    p50: of("p50"),
    p99: of("p99"),
    failures: Math.max(...loads.map(({ failures }) => failures)),
  };
}

/** Measures the API's hit path and a handler that does nothing, in turn, in one server. */
export async function measureHttp(say: (line: string) => void): Promise<HttpResult> {
  say("HTTP: building a copy of the app with an empty route");
  await buildWithEmptyRoute();
  const { url, close } = await serveCopy();
  const targets = Object.keys(TARGETS) as Target[];
  const run = (target: Target, connections: number, seconds: number) =>
    load(`${url}${TARGETS[target]}`, connections, seconds);
  try {
    for (const target of targets) await run(target, 10, WARM_UP_SECONDS);
    const rows: HttpRow[] = [];
    for (const connections of CONNECTIONS) {
      say(`HTTP: ${connections} connections`);
      const loads: Record<Target, Load[]> = { empty: [], hit: [] };
      for (let round = 0; round < RUNS; round++) {
        for (const target of targets) loads[target].push(await run(target, connections, SECONDS));
      }
      rows.push({ connections, empty: medians(loads.empty), hit: medians(loads.hit) });
    }
    return { runs: RUNS, seconds: SECONDS, rows };
  } finally {
    await close();
    await removeCopy();
  }
}
