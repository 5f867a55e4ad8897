import type { Outcome } from "./outcome";
import { phaseRows } from "./phase-rows";

const ask = { kind: "api", method: "GET", path: "/api/movies?query=a", key: "a" } as const;
const told = { source: "cache", hits: 1, stale: false, fetchedAt: "" } as const;
const outcome = (at: number, change: Partial<Outcome> = {}): Outcome => ({
  ask,
  at,
  tookMs: 10,
  status: 200,
  told,
  wrong: null,
  ...change,
});

it("tells of each phase what was sent in it", () => {
  const outcomes = [
    outcome(0),
    outcome(999, { tookMs: 30, told: { ...told, hits: null } }),
    outcome(1000, { status: 502, told: null }),
    outcome(1500, { told: { ...told, stale: true } }),
  ];
  const samples = [500, 1200, 1400].map((at) => ({ at, cpu: at / 2000, memoryMb: [] }));
  const phases = [
    { name: "calm", from: 0, to: 1000 },
    { name: "fault", from: 1000, to: 2000 },
  ];
  expect(phaseRows(phases, outcomes, samples)).toEqual([
    {
      name: "calm",
      seconds: 1,
      requests: 2,
      statuses: { 200: 2 },
      p50: 10,
      p99: 30,
      stale: 0,
      uncounted: 1,
      cpu: 0.25,
    },
    {
      name: "fault",
      seconds: 1,
      requests: 2,
      statuses: { 200: 1, 502: 1 },
      p50: 10,
      p99: 10,
      stale: 1,
      uncounted: 0,
      cpu: 0.6,
    },
  ]);
});
