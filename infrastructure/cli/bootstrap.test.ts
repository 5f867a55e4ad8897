import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { stateStoreOf } from "./account";
import { bootstrappedHere, needsBootstrap } from "./bootstrap";

const HERE = stateStoreOf("111111111111", "eu-west-3");
const BUCKET = { mode: "managed", type: "aws_s3_bucket" };
const ACCOUNT = { mode: "data", type: "aws_caller_identity" };

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "bootstrap-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const keep = (resources: readonly object[]) =>
  writeFileSync(join(folder, `${HERE.bucket}.tfstate`), JSON.stringify({ version: 4, resources }));

it("is nothing where nothing was made, or all was removed", () => {
  expect(bootstrappedHere(HERE, folder)).toBeUndefined();
  keep([]);
  expect(bootstrappedHere(HERE, folder)).toBeUndefined();
  keep([ACCOUNT]);
  expect(bootstrappedHere(HERE, folder)).toBeUndefined();
});

it("tells the bucket alone from the bucket with what GitHub needs", () => {
  keep([ACCOUNT, BUCKET]);
  expect(bootstrappedHere(HERE, folder)).toBe("states");
  keep([BUCKET, { mode: "managed", type: "aws_iam_role" }]);
  expect(bootstrappedHere(HERE, folder)).toBe("states and GitHub");
});

it.each([
  ["account", "222222222222", "eu-west-3"],
  ["region", "111111111111", "us-east-1"],
])("takes the state of one %s for no other's", (_, account, region) => {
  keep([BUCKET]);
  expect(bootstrappedHere(stateStoreOf(account, region), folder)).toBeUndefined();
});

it.each([
  [false, undefined, true],
  [false, "states", true],
  // An attempt that broke off may have made it, and not its policy.
  [true, "states", true],
  [true, "states and GitHub", false],
  [true, undefined, false],
] as const)(
  "makes a bucket for states (there: %s; made from here: %s): %s",
  (exists, bootstrapped, expected) => {
    expect(needsBootstrap(exists, bootstrapped)).toBe(expected);
  },
);

it("does not take away what GitHub deploys with where the bucket alone is gone", () => {
  expect(() => needsBootstrap(false, "states and GitHub")).toThrow(
    /is gone, but not what GitHub deploys with/,
  );
});
