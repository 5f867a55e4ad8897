import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { close, listen } from "./listen";
import { checkPort, readPort } from "./port";

test.each([
  [undefined, 3000],
  ["", 3000],
  ["8080", 8080],
  ["65535", 65_535],
])("PORT=%j is %d", (text, port) => {
  expect(readPort({ PORT: text })).toBe(port);
});

test.each(["0", "65536", "80a", "-1", "3000.5"])("PORT=%j is refused in one sentence", (text) => {
  expect(() => readPort({ PORT: text })).toThrow(
    /^PORT is ".*", but a port is a whole number from 1 to 65535/,
  );
});

test.each(["127.0.0.1", "0.0.0.0"])("a port taken on %s is found out, a free one is not", async (host) => {
  const server = createServer();
  await listen(server, 0, host);
  const { port } = server.address() as AddressInfo;
  await expect(checkPort(port, "npm start")).rejects.toThrow(
    `Port ${port} is taken: stop what listens there, or choose another with PORT=${port + 1} npm start.`,
  );
  await close(server);
  await expect(checkPort(port, "npm start")).resolves.toBeUndefined();
});
