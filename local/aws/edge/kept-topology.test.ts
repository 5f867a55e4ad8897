import { keepTopology } from "./kept-topology";
import type { Topology } from "./topology";

const named = (id: string) => ({ id }) as Topology;
/** Lets what was started behind a request go on. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

test("it is read again behind a request after two seconds, once", async () => {
  let now = 0;
  let count = 0;
  const read = async () => named(String((count += 1)));
  const kept = await keepTopology(read, fail, () => now);
  now = 1999;
  expect(kept.get().id).toBe("1");
  await settle();
  expect(count).toBe(1);
  now = 2000;
  expect([kept.get().id, kept.get().id]).toEqual(["1", "1"]);
  await settle();
  expect([kept.get().id, count]).toEqual(["2", 2]);
});

test("a refresh is there when it has ended", async () => {
  let count = 0;
  const kept = await keepTopology(async () => named(String((count += 1))), fail);
  await kept.refresh();
  expect(kept.get().id).toBe("2");
});

test("what fails leaves what was there", async () => {
  let now = 0;
  const errors: unknown[] = [];
  const readings = [
    Promise.resolve(named("1")),
    Promise.reject(new Error("down")),
    Promise.reject(new Error("gone")),
  ];
  readings.forEach((reading) => reading.catch(() => {}));
  const kept = await keepTopology(
    () => readings.shift()!,
    (error) => errors.push(error),
    () => now,
  );
  now = 2000;
  kept.get();
  await settle();
  expect(errors).toEqual([new Error("down")]);
  await expect(kept.refresh()).rejects.toThrow("gone");
  expect(kept.get().id).toBe("1");
});

test("a reading that began earlier and ends later is dropped", async () => {
  let now = 0;
  const ends: ((topology: Topology) => void)[] = [];
  const first = keepTopology(
    () => new Promise((resolve) => ends.push(resolve)),
    fail,
    () => (now += 1),
  );
  ends[0]!(named("1"));
  const kept = await first;
  const [slow, fast] = [kept.refresh(), kept.refresh()];
  ends[2]!(named("3"));
  await fast;
  ends[1]!(named("2"));
  await slow;
  expect(kept.get().id).toBe("3");
});

test("the first reading must succeed", async () => {
  await expect(keepTopology(() => Promise.reject(new Error("none")), fail)).rejects.toThrow("none");
});

function fail(error: unknown): void {
  throw error;
}
