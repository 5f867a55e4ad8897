import { isFault, permittedDuring, phaseAt, schedule } from "./phases";

const phases = schedule(600);
const named = (name: string) => {
  const phase = phases.find((one) => one.name === name);
  if (!phase) throw new Error(`There is no phase "${name}"`);
  return phase;
};

it("fills the whole time without a gap", () => {
  expect(phases[0]?.from).toBe(0);
  expect(phases.at(-1)?.to).toBe(600_000);
  expect(phases.slice(1).every(({ from }, index) => from === phases[index]?.to)).toBe(true);
});

it("warms up for a minute at least, and is calm for one before anything fails and at the end", () => {
  const lengths = phases.map(({ from, to }) => to - from);
  expect(phases.slice(0, 2).map(({ name }) => name)).toEqual(["warm-up", "calm"]);
  expect(Math.min(lengths[0] ?? 0, lengths[1] ?? 0, lengths.at(-1) ?? 0)).toBeGreaterThanOrEqual(60_000);
});

it("lets every failure be followed by a calm, for longer than a key of TMDB is left alone", () => {
  phases.forEach((phase, index) => {
    if (!isFault(phase)) return;
    const next = phases[index + 1];
    expect(next?.name).toBe("calm");
    const isCoolDown = phase.name === "TMDB answers 429";
    if (phase.tmdb && !isCoolDown) expect((next?.to ?? 0) - (next?.from ?? 0)).toBeGreaterThan(35_000);
  });
});

it("keeps its proportions in a shorter run", () => {
  const short = schedule(60);
  expect(short.at(-1)?.to).toBe(60_000);
  expect(short.map(({ name }) => name)).toEqual(phases.map(({ name }) => name));
});

it("finds the phase of a time, and the last one after all", () => {
  expect(phaseAt(phases, 0).name).toBe("warm-up");
  expect(phaseAt(phases, 74_999).name).toBe("warm-up");
  expect(phaseAt(phases, 75_000).name).toBe("calm");
  expect(phaseAt(phases, 700_000)).toBe(phases.at(-1));
});

it("permits an error only while TMDB fails and in the phase after it; DynamoDB fails no answer", () => {
  const during = ({ from, to }: { from: number; to: number }) =>
    permittedDuring(phases, { at: from, tookMs: to - from - 1 });
  expect(during(named("warm-up"))).toEqual([200]);
  const failing = named("TMDB is silent");
  expect(during(failing)).toEqual([200, 504]);
  const calm = phaseAt(phases, failing.to);
  expect(during(calm)).toEqual([200, 504]);
  expect(permittedDuring(phases, { at: failing.to + 34_999, tookMs: 1 })).toEqual([200, 504]);
  expect(permittedDuring(phases, { at: failing.to + 35_000, tookMs: 1 })).toEqual([200]);
  for (const phase of phases.filter(({ tmdb, store }) => store && !tmdb))
    expect(during(phase)).toEqual([200]);
});

it("permits what a request that is sent before a failure may meet until it is answered", () => {
  const { from } = named("TMDB answers 429");
  expect(permittedDuring(phases, { at: from - 2, tookMs: 1 })).toEqual([200]);
  expect(permittedDuring(phases, { at: from - 2, tookMs: 3 })).toEqual([200, 429]);
});
