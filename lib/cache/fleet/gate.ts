import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";

export interface Gate {
  readonly url: string;
  /** `open` lets everything through, `refuse` hangs up at once, `hang` lets nothing through in either direction. */
  set(state: "open" | "refuse" | "hang"): void;
  close(): Promise<void>;
}

/** Stands in front of a server and can be closed, as a network that fails. */
export async function startGate(target: string): Promise<Gate> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let state: Parameters<Gate["set"]>[0] = "open";

  const keep = (socket: Socket, other?: Socket) => {
    sockets.add(socket);
    socket.on("error", () => socket.destroy());
    socket.on("close", () => {
      sockets.delete(socket);
      other?.destroy();
    });
  };
  const server = createServer((incoming) => {
    if (state === "refuse") {
      incoming.destroy();
      return;
    }
    const outgoing = connect(Number(port), hostname);
    keep(incoming, outgoing);
    keep(outgoing, incoming);
    for (const [from, to] of [
      [incoming, outgoing],
      [outgoing, incoming],
    ] as const) {
      from.on("data", (chunk) => {
        if (state === "open") to.write(chunk);
      });
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    set(next) {
      // What got stuck stays stuck: a connection whose bytes were dropped can't be used any more.
      if (next !== "hang") for (const socket of sockets) socket.destroy();
      state = next;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
