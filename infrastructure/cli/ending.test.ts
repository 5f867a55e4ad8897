import { spawn, type ChildProcess } from "node:child_process";
import { EventEmitter, once } from "node:events";

import { endInOrder } from "./ending";

let child: ChildProcess;
let signals: EventEmitter;
let off: () => void;

beforeEach(() => {
  child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  signals = new EventEmitter();
  off = endInOrder(child, signals);
});
afterEach(() => child.kill("SIGKILL"));

it("leaves Ctrl-C to the child: this process hears it and goes on, and sends no second one", async () => {
  expect(signals.emit("SIGINT")).toBe(true);
  signals.emit("SIGTERM");
  const [, signal] = (await once(child, "exit")) as [number | null, string];
  expect(signal).toBe("SIGTERM");
});

it.each(["SIGTERM", "SIGHUP"])("hands %s on as a request to end", async (name) => {
  signals.emit(name);
  const [, signal] = (await once(child, "exit")) as [number | null, string];
  expect(signal).toBe("SIGTERM");
});

it("listens no longer than it has to", () => {
  off();
  expect(signals.eventNames()).toEqual([]);
});
