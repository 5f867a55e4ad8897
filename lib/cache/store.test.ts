import { StoreError } from "./store";

const refused = Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });

it.each([
  ["what was asked and why it failed", undefined, "Cache store: read failed"],
  ["the name of its cause", new TypeError("secret"), "Cache store: read failed (TypeError)"],
  ["Node's code where there is one", refused, "Cache store: read failed (ECONNREFUSED)"],
  [
    "the name where the code is none",
    Object.assign(new Error("x"), { code: 7 }),
    "Cache store: read failed (Error)",
  ],
  ["nothing of a cause that is no error", "secret", "Cache store: read failed"],
])("says %s", (_name, cause, message) => {
  const error = new StoreError("read", "failed", { cause });
  expect(error).toMatchObject({ name: "StoreError", reason: "failed", message, cause });
});
