import { keyVersionIn, newKeyVersion } from "./key-version";
import { resourcesIn } from "./shown-state";

/** What `terraform show -json` writes of a stage, shortened. */
const shown = (parameters: readonly object[]) =>
  JSON.stringify({
    format_version: "1.0",
    values: {
      // As after an apply that failed: no output says the version.
      outputs: {},
      root_module: {
        child_modules: [
          {
            address: "module.movies_viewer",
            child_modules: [
              {
                address: "module.movies_viewer.module.cache_table",
                resources: [{ type: "aws_dynamodb_table", name: "cache", values: { name: "cache" } }],
              },
              { address: "module.movies_viewer.module.secret", resources: parameters },
            ],
          },
        ],
      },
    },
  });
const parameter = (version: number) => ({
  type: "aws_ssm_parameter",
  name: "tmdb_read_key",
  values: { type: "SecureString", value_wo: null, value_wo_version: version },
});

it("finds the version of the key that is in place, whatever the outputs say", () => {
  expect(keyVersionIn(resourcesIn(shown([parameter(1_795_000_000)])))).toBe(1_795_000_000);
});

it.each([
  ["no key was given", shown([])],
  ["another parameter is there", shown([{ ...parameter(7), name: "other" }])],
  ["nothing is deployed", '{"format_version":"1.0"}'],
])("is 0 when %s", (_name, json) => {
  expect(keyVersionIn(resourcesIn(json))).toBe(0);
});

it("gives a new key another version than the one before, a second later at the latest", () => {
  const at = Date.UTC(2026, 10, 25);
  expect(newKeyVersion(at + 1000)).toBe(newKeyVersion(at) + 1);
  expect(newKeyVersion(at + 999)).toBe(at / 1000);
});
