import { i18nOf } from "./i18n";
import { isolate } from "./isolate";

const marked = (text: string) => `\u2068${text}\u2069`;

test("a text of the sentence's own direction is left as it is", () => {
  expect(isolate("Dune (2021)", "ltr")).toBe("Dune (2021)");
  expect(isolate("2021", "rtl")).toBe("2021");
});

test("a text of another direction is isolated", () => {
  expect(isolate("קזבלנקה 2", "ltr")).toBe(marked("קזבלנקה 2"));
  expect(isolate("dune (2021)", "rtl")).toBe(marked("dune (2021)"));
  expect(isolate("北野", "rtl")).toBe(marked("北野"));
});

test("the arguments of messages are, and nothing else of them", () => {
  expect(i18nOf("en").t("search.found", { count: 2, query: "فيلم 2" })).toBe(
    `2 films for “${marked("فيلم 2")}”`,
  );
  expect(i18nOf("en").t("search.found", { count: 2, query: "dune" })).toBe("2 films for “dune”");
  expect(i18nOf("ar").t("search.noneTitle", { query: "dune (2021)" })).toBe(
    `لم يُعثر على فيلم لـ«${marked("dune (2021)")}»`,
  );
  expect(i18nOf("ar").t("search.pastTitle", { page: "499" })).toBe("لا توجد صفحة 499");
});

test("those with parts of their own, too", () => {
  const words = i18nOf("ar").t.rich("about.example", { query: "casablanca", search: (parts) => parts });
  expect([words].flat().join("")).toContain(marked("casablanca"));
});
