// A fresh process as Lambda starts one: loads a bundle and has it answer one event, again and again. Tells how long the
// first took since the process began, and each of the others, in milliseconds; the processor time of both; and the
// memory at its highest. Arguments: the bundle's file, the event as JSON, how many others.
import { pathToFileURL } from "node:url";

const [bundle, event, others] = process.argv.slice(2);
/** Milliseconds of all threads since the process began. */
const cpuMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const { handler } = await import(pathToFileURL(bundle).href);
const { statusCode } = await handler(JSON.parse(event));
const firstMs = performance.now();
const firstCpuMs = cpuMs();
const otherMs = [];
for (let turn = 0; turn < Number(others); turn++) {
  const began = performance.now();
  await handler(JSON.parse(event));
  otherMs.push(performance.now() - began);
}
// Collecting garbage belongs to no single page, so it is shared among them.
const otherCpuMs = (cpuMs() - firstCpuMs) / otherMs.length;
const memoryMb = process.resourceUsage().maxRSS / 1024;
process.send({ statusCode, firstMs, firstCpuMs, otherMs, otherCpuMs, memoryMb }, () => process.exit(0));
