import { remember } from "./remember";

test("one question per key and span, then another", async () => {
  let now = 0;
  let asked = 0;
  const ask = remember<number>(1000, () => now);
  const read = async () => (asked += 1);
  expect(await Promise.all([ask("a", read), ask("a", read), ask("b", read)])).toEqual([1, 1, 2]);
  now = 999;
  expect(await ask("a", read)).toBe(1);
  now = 1000;
  expect(await ask("a", read)).toBe(3);
});

test("a failure is told, and asked again", async () => {
  const ask = remember<number>(Infinity);
  await expect(ask("a", () => Promise.reject(new Error("down")))).rejects.toThrow("down");
  await expect(ask("a", async () => 1)).resolves.toBe(1);
});
