import { readOptions } from "./stage";

it("is production unless another is named", () => {
  expect(readOptions([])).toEqual({ stage: "production", yes: false });
  expect(readOptions(["--stage", "dev", "--yes"])).toEqual({ stage: "dev", yes: true });
});

it("takes what a command takes beside it", () => {
  const more = { query: "string", "no-build": "boolean" } as const;
  expect(readOptions(["--query", "the matrix", "--no-build"], more)).toMatchObject({
    query: "the matrix",
    "no-build": true,
  });
});

it.each([[["--query", ""]], [["--query="]]])("refuses a value that is empty: %j", (args) => {
  expect(() => readOptions(args, { query: "string" })).toThrow(/^--query is empty/);
});

it.each([[["--stage", "prod"]], [["--stgae", "dev"]], [["dev"]], [["--query", "x"]], [["--no-build"]]])(
  "refuses %j",
  (args) => {
    expect(() => readOptions(args)).toThrow(expect.objectContaining({ name: "Problem" }));
  },
);
