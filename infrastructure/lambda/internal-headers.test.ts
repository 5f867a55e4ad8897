import { withoutInternalHeaders } from "./internal-headers";

const ORDINARY = {
  accept: "text/html",
  host: "films.example",
  "x-forwarded-host": "films.example",
  "x-client-address": "192.0.2.1",
  rsc: "1",
};

test.each([
  "x-opennext-resolved-routes",
  "x-opennext-initial-url",
  "x-open-next-city",
  "x-middleware-subrequest",
  "x-middleware-response-location",
  "x-isr",
])("nobody outside may send %s", (name) => {
  expect(withoutInternalHeaders({ ...ORDINARY, [name]: "%" })).toEqual(ORDINARY);
});

test("what a browser sends stays", () => {
  const state = encodeURIComponent(JSON.stringify(["", { children: ["__PAGE__", {}] }, null, "refetch"]));
  const sent = { ...ORDINARY, "next-router-state-tree": state };
  expect(withoutInternalHeaders(sent)).toEqual(sent);
});

test.each([
  "",
  "x",
  "%",
  "%5B%5D",
  encodeURIComponent('["",{},0]'),
  `%5B%22${"x".repeat(50_000)}%22%2C%7B%7D%5D`,
])("a router's state that is none is left out: %.20s", (state) => {
  expect(withoutInternalHeaders({ ...ORDINARY, "next-router-state-tree": state })).toEqual(ORDINARY);
});
