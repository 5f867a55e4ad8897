import type { Bootstrapped } from "./bootstrap";
import { removeStage } from "./remove-stage";
import { createFakeS3 } from "./testing/fake-s3";

const STATE = (...resources: string[]) => JSON.stringify({ version: 4, resources });

let bucket: ReturnType<typeof createFakeS3>;
let done: string[];

beforeEach(() => {
  [bucket, done] = [createFakeS3(), []];
  keep("dev.tfstate", STATE("function"));
});

const keep = (key: string, body: string) =>
  bucket.objects.set(key, { body, cacheControl: undefined, contentType: undefined });

const removeDev = ({
  bootstrapped = "states",
  meanwhile = () => {},
}: { bootstrapped?: Bootstrapped | "elsewhere"; meanwhile?: () => void } = {}) =>
  removeStage({
    stage: "dev",
    s3: bucket.s3,
    store: { bucket: "states", region: "eu-west-3" },
    bootstrapped: bootstrapped === "elsewhere" ? undefined : bootstrapped,
    confirm: async (isLast) => void done.push(isLast ? "asked for all" : "asked for dev"),
    async destroyStage() {
      keep("dev.tfstate", STATE());
      meanwhile();
      done.push("dev is destroyed");
    },
    removeStore: async () => void done.push("the bucket is removed"),
    say: (line) => done.push(line),
  });

it("removes the bucket for states after the last stage, and asks for both", async () => {
  keep("staging.tfstate", STATE());
  await removeDev();
  expect(done).toEqual(["asked for all", "dev is destroyed", "dev is removed.", "the bucket is removed"]);
});

it.each([
  ["of another stage names something", "staging.tfstate", STATE("bucket")],
  ["of another stage is being made", "staging.tfstate.tflock", "{}"],
])("leaves the bucket where a state %s, and does not ask for it", async (_, key, body) => {
  keep(key, body);
  await removeDev();
  expect(done).toEqual([
    "asked for dev",
    "dev is destroyed",
    "dev is removed.",
    "The bucket states stays for staging.",
  ]);
});

it.each([
  ["another stage", "staging.tfstate.tflock", "staging"],
  ["the same stage anew", "dev.tfstate.tflock", "dev"],
])("leaves the bucket where somebody has begun %s meanwhile", async (_, key, kept) => {
  await removeDev({ meanwhile: () => keep(key, "{}") });
  expect(done[0]).toBe("asked for all");
  expect(done.at(-1)).toBe(`The bucket states stays for ${kept}.`);
});

it.each([
  ["states and GitHub", /stays, and so does what GitHub deploys with/],
  ["elsewhere", /stays: it was made on another machine/],
] as const)("leaves the bucket that bootstrap has made otherwise (%s)", async (bootstrapped, reason) => {
  await removeDev({ bootstrapped });
  expect(done[0]).toBe("asked for dev");
  expect(done.at(-1)).toMatch(reason);
});

it("does nothing that nobody agrees to", async () => {
  const removal = removeStage({
    stage: "dev",
    s3: bucket.s3,
    store: { bucket: "states", region: "eu-west-3" },
    bootstrapped: "states",
    confirm: async () => {
      throw new Error("no");
    },
    destroyStage: async () => void done.push("destroyed"),
    removeStore: async () => void done.push("removed"),
    say: (line) => done.push(line),
  });
  await expect(removal).rejects.toThrow("no");
  expect(done).toEqual([]);
});
