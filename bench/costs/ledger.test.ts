import { ledger } from "./ledger";
import type { Measured } from "./usage";

const measured: Measured = {
  charges: {
    miss: { readUnits: 2.5, writeUnits: 5 },
    hit: { readUnits: 0, writeUnits: 1 },
    firstHit: { readUnits: 0.5, writeUnits: 1 },
  },
  start: { wallMs: 800, cpuMs: 650 },
  page: { wallMs: 30, cpuMs: 20 },
};
const totalsOf = (one: Measured) =>
  [...(/\*\*US dollars\*\* .*/.exec(ledger(one))?.[0] ?? "").matchAll(/\*\*(\d+\.\d+)\*\*/g)].map(([, usd]) =>
    Number(usd),
  );

it("adds up what each item costs", () => {
  const rows = ledger(measured).split("## Of what")[1]?.split("## From what")[0] ?? "";
  const costs = [...rows.matchAll(/^\|.*\(.*$/gm)].map(([row]) =>
    [...row.matchAll(/\((?:< )?(\d+\.\d+)\)/g)].map(([, usd]) => Number(usd)),
  );
  expect(costs).toHaveLength(14);
  totalsOf(measured).forEach((total, level) => {
    const sum = costs.reduce((before, row) => before + (row[level] ?? NaN), 0);
    // Each is rounded to a cent.
    expect(Math.abs(total - sum)).toBeLessThan(0.1);
  });
});

it("costs more for more of everything that is measured", () => {
  const before = totalsOf(measured);
  expect(before).toHaveLength(3);
  const { charges } = measured;
  const many = { readUnits: 100, writeUnits: 100 };
  const dearer = [
    { ...measured, charges: { ...charges, miss: many } },
    { ...measured, charges: { ...charges, hit: many } },
    { ...measured, charges: { ...charges, firstHit: many } },
    { ...measured, page: { wallMs: 3000, cpuMs: 2000 } },
    { ...measured, start: { wallMs: 80_000, cpuMs: 65_000 } },
  ];
  for (const one of dearer) {
    totalsOf(one).forEach((usd, level) => expect(usd).toBeGreaterThan(before[level] ?? Infinity));
  }
});
