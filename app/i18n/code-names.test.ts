import { codeNames } from "./code-names";

describe("the names of codes", () => {
  it("are of the language asked for", () => {
    expect(codeNames("de", "region")("US")).toBe("Vereinigte Staaten");
    expect(codeNames("fr", "language")("de")).toBe("allemand");
  });

  it.each(["xx", "not a code", "ZZZZZZZZZ"])("are the codes where there is none: “%s”", (code) => {
    expect(codeNames("en", "language")(code)).toBe(code);
  });
});
