import { isHighContrast, onContrastChange } from "./contrast";
import { onKeptChange } from "./kept-changes";
import { isSlashKeyOn, onSlashKeyChange } from "./search/slash-key";

const kept = new Map<string, string>();
const page = { dataset: {} as Record<string, string> };

/** What a browser tells a page. */
const tell = (type: string, what: object) => window.dispatchEvent(Object.assign(new Event(type), what));

beforeEach(() => {
  kept.clear();
  page.dataset = {};
  const localStorage = { getItem: (key: string) => kept.get(key) ?? null };
  Object.assign(globalThis, { window: new EventTarget(), localStorage, document: { documentElement: page } });
});

afterAll(() => {
  for (const name of ["window", "localStorage", "document"]) Reflect.deleteProperty(globalThis, name);
});

it.each([
  ["another tab has changed it", "storage", { key: "theirs" }, 1],
  ["another tab has cleared everything", "storage", { key: null }, 1],
  ["another tab has changed something else", "storage", { key: "other" }, 0],
  ["the page comes out of the back/forward cache", "pageshow", { persisted: true }, 1],
  ["the page is loaded", "pageshow", { persisted: false }, 0],
])("%s: %s %j", (_, type, what, times) => {
  const listener = jest.fn();
  const end = onKeptChange("theirs", listener);
  tell(type, what);
  expect(listener).toHaveBeenCalledTimes(times);
  end();
  tell(type, what);
  expect(listener).toHaveBeenCalledTimes(times);
});

it("high contrast that is chosen or left in another tab is shown", () => {
  const shown: boolean[] = [];
  onContrastChange(() => shown.push(isHighContrast()));
  kept.set("contrast", "more");
  tell("storage", { key: "contrast" });
  kept.clear();
  tell("pageshow", { persisted: true });
  expect(shown).toEqual([true, false]);
});

it("the key “/” that is switched off in another tab is off", () => {
  const seen: boolean[] = [];
  onSlashKeyChange(() => seen.push(isSlashKeyOn()));
  kept.set("slash-key", "off");
  tell("storage", { key: "slash-key" });
  kept.clear();
  tell("pageshow", { persisted: true });
  expect(seen).toEqual([false, true]);
});
