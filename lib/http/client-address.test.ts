import { clientOf } from "./client-address";

const client = (address: string) => clientOf(new Headers({ "x-client-address": address }));

it("tells addresses apart, without telling them", () => {
  expect(client("192.0.2.1")).toMatch(/^[0-9a-f]{16}$/);
  expect(client("192.0.2.1")).toBe(client("192.0.2.1"));
  expect(client("192.0.2.1")).not.toBe(client("192.0.2.2"));
});

it("takes one network of IPv6 for one client, however its addresses are written", () => {
  const one = client("2001:db8:1:2::1");
  expect(one).not.toBeNull();
  expect(client("2001:db8:1:2:ffff:ffff:ffff:ffff")).toBe(one);
  expect(client("2001:0DB8:0001:0002:0:0:0:9")).toBe(one);
  expect(client("2001:db8:1:ff::1")).toBe(one);
  expect(client("2001:db8:1:100::1")).not.toBe(one);
  expect(client("2001:db8:1:1002::1")).not.toBe(one);
  expect(client("2001:db8::1")).not.toBe(one);
  expect(client("::1")).toBe(client("::2"));
});

it("is nobody where nothing in front has said who it is", () => {
  expect(clientOf(new Headers())).toBeNull();
  for (const nonsense of ["", "unknown", "1.2.3", "1.2.3.4, 5.6.7.8", "[::1]", "::1%eth0", "localhost"]) {
    expect([nonsense, client(nonsense)]).toEqual([nonsense, null]);
  }
});
