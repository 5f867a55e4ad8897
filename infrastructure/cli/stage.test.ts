import { readOptions } from "./stage";

it("is production unless another is named", () => {
  expect(readOptions([])).toEqual({ stage: "production", yes: false });
  expect(readOptions(["--stage", "dev", "--yes"])).toEqual({ stage: "dev", yes: true });
});

it("takes what a command takes beside it", () => {
  expect(readOptions(["--query", "the matrix"], ["query"])).toMatchObject({ query: "the matrix" });
  expect(readOptions([], ["query"])).not.toHaveProperty("query");
});

it.each([[["--stage", "prod"]], [["--stgae", "dev"]], [["dev"]], [["--query", "x"]]])(
  "refuses %j",
  (args) => {
    expect(() => readOptions(args)).toThrow(expect.objectContaining({ name: "Problem" }));
  },
);
