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

it("notices what npm has kept for itself, lest production be meant", () => {
  const env = (name: string) => ({ NODE_ENV: "test", [`npm_config_${name}`]: "dev" }) as const;
  expect(() => readOptions([], {}, env("stage"))).toThrow(
    /npm took --stage for its own: put " -- " before it/,
  );
  expect(() => readOptions([], { to: "string" }, env("to"))).toThrow(/npm took --to/);
  expect(readOptions([], {}, env("to"))).toMatchObject({ stage: "production" });
});

it.each([[["--stage", "prod"]], [["--stgae", "dev"]], [["dev"]], [["--query", "x"]], [["--no-build"]]])(
  "refuses %j",
  (args) => {
    expect(() => readOptions(args)).toThrow(expect.objectContaining({ name: "Problem" }));
  },
);
