import { readDeployed } from "./state-store";
import { DEPLOYED } from "./testing/deployed";
import { createFakeS3 } from "./testing/fake-s3";

const STORE = { bucket: "states", region: "eu-west-3" };

let bucket: ReturnType<typeof createFakeS3>;

beforeEach(() => {
  bucket = createFakeS3();
});

function keep(outputs: object) {
  const written = Object.entries(outputs).map(([name, value]) => [name, { value, type: "string" }]);
  bucket.objects.set("dev.tfstate", {
    body: JSON.stringify({ version: 4, outputs: Object.fromEntries(written), resources: [] }),
    cacheControl: undefined,
    contentType: undefined,
  });
}
const read = () => readDeployed(bucket.s3, STORE, "dev");

it("reads what is deployed from the stage's state", async () => {
  keep(DEPLOYED);
  expect(await read()).toEqual(DEPLOYED);
});

it("finds nothing deployed without a state, after a removal, and after a first apply that failed", async () => {
  expect(await read()).toBeUndefined();
  keep({});
  expect(await read()).toBeUndefined();
  keep({ function_name: "movies-viewer-dev", assets_bucket: "assets" });
  expect(await read()).toBeUndefined();
});

it("tells that the state can't be read", async () => {
  bucket.onRequest = () => {
    throw new Error("AccessDenied");
  };
  await expect(read()).rejects.toThrow("AccessDenied");
});
