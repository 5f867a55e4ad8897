import { applyResponseHeaders } from "./response-headers";

const policy = {
  added: [
    { name: "x-frame-options", value: "DENY", override: true },
    { name: "permissions-policy", value: "camera=()", override: false },
  ],
};

test("headers are added, those of the origin stay where the policy does not override them", () => {
  expect(
    applyResponseHeaders(
      { "x-frame-options": "SAMEORIGIN", "permissions-policy": "camera=*", etag: '"e"' },
      policy,
    ),
  ).toEqual({ "x-frame-options": "DENY", "permissions-policy": "camera=*", etag: '"e"' });
  expect(applyResponseHeaders({}, policy)).toEqual({
    "x-frame-options": "DENY",
    "permissions-policy": "camera=()",
  });
});

test("no policy, no change", () => {
  expect(applyResponseHeaders({ a: "1" }, undefined)).toEqual({ a: "1" });
});
