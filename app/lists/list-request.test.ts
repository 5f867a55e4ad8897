import { listAddress, listRequest } from "./list-request";

const visitor = { language: "de", region: "AT" } as const;

describe("what is asked of a list", () => {
  it("is the visitor's region and language where the address names none", () => {
    expect(listRequest("now-playing", "", visitor)).toEqual({ page: 1, language: "de-DE", region: "AT" });
    expect(listRequest("now-playing", "?region=&page=2", visitor)).toMatchObject({ page: 2, region: "AT" });
  });

  it("is the region that the address names", () => {
    expect(listRequest("upcoming", "?region=fr", visitor)).toMatchObject({ region: "FR" });
    expect(listRequest("upcoming", "?region=UK", visitor)).toMatchObject({ region: "GB" });
  });

  it("is the visitor's region where the address names none that there is", () => {
    expect(listRequest("upcoming", "?region=QQ", visitor)).toMatchObject({ region: "AT" });
  });

  it("is the same for everybody where the page is for no region", () => {
    const elsewhere = { ...visitor, region: "JP" };
    expect(listRequest("popular", "?region=FR", visitor)).toEqual(listRequest("popular", "", elsewhere));
  });

  it.each(["?region=Germany", "?region=DE&region=FR", "?page=0", "?page=501"])("refuses %s", (search) => {
    expect(() => listRequest("now-playing", search, visitor)).toThrow(/must be/);
  });
});

describe("the address of a list", () => {
  it.each([
    ["now-playing", null, 1, "/lists/now-playing"],
    ["now-playing", "DE", 1, "/lists/now-playing?region=DE"],
    ["upcoming", "DE", 3, "/lists/upcoming?region=DE&page=3"],
    ["popular", "DE", 2, "/lists/popular?page=2"],
  ] as const)("of %s in %s, page %d", (name, region, page, address) => {
    expect(listAddress(name, region, page)).toBe(address);
  });
});
