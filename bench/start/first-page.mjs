// A fresh process as Lambda starts one: loads a bundle and has it answer one event, again and again. Tells how long the
// first took since the process began, and each of the others, in milliseconds. Arguments: the bundle's file, the
// event as JSON, how many others.
import { pathToFileURL } from "node:url";

const [bundle, event, others] = process.argv.slice(2);
const { handler } = await import(pathToFileURL(bundle).href);
const { statusCode } = await handler(JSON.parse(event));
const firstMs = performance.now();
const otherMs = [];
for (let turn = 0; turn < Number(others); turn++) {
  const began = performance.now();
  await handler(JSON.parse(event));
  otherMs.push(performance.now() - began);
}
process.send({ statusCode, firstMs, otherMs }, () => process.exit(0));
