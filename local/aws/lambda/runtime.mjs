/**
 * What runs inside a sandbox, in place of Lambda's Node runtime. Plain JavaScript: a sandbox gets the
 * function's environment and nothing of ours, so there is no loader for TypeScript in it.
 * Handlers return a promise or a value; callbacks are not offered (nor are they from nodejs24.x on).
 */
import { existsSync, readSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** The pipe on which the parent says that the next request has come. */
const GATE = 4;
/** Bytes; Lambda's limit for a response. */
const MAX_RESPONSE = 6_291_556;

const send = process.send.bind(process);
// A function in the cloud has no parent to talk to, and some packages look for one.
delete process.send;
process.on("disconnect", () => process.exit());

/** Sends, then blocks the event loop until the next request: no timer of the handler fires in between. */
function sendAndWait(kind, text) {
  send({ kind, text }, () => {
    if (readSync(GATE, Buffer.alloc(1)) === 0) process.exit();
  });
}

const errorOf = (error, errorType) =>
  error instanceof Error
    ? {
        errorType: errorType ?? error.name,
        errorMessage: error.message,
        trace: (error.stack ?? "").split("\n"),
      }
    : { errorType: errorType ?? typeof error, errorMessage: String(error), trace: [] };

const runtimeError = (name, message) => Object.assign(new Error(message), { name: `Runtime.${name}` });

async function loadHandler() {
  const { _HANDLER: handler, LAMBDA_TASK_ROOT: root } = process.env;
  const dot = handler.lastIndexOf(".");
  const [module, name] = [handler.slice(0, dot), handler.slice(dot + 1)];
  const file = [".js", ".mjs", ".cjs"]
    .map((extension) => join(root, module + extension))
    .find((path) => existsSync(path));
  if (!file) throw runtimeError("ImportModuleError", `Error: Cannot find module '${module}'`);
  const exports = await import(pathToFileURL(file).href);
  const found = exports[name] ?? exports.default?.[name];
  if (typeof found !== "function") {
    throw runtimeError("HandlerNotFound", `${handler} is undefined or not exported`);
  }
  return found;
}

async function answer(handler, { event, context }) {
  const { deadline, ...given } = context;
  try {
    const payload = await handler(JSON.parse(event), {
      ...given,
      callbackWaitsForEmptyEventLoop: true,
      getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
    });
    const text = JSON.stringify(payload) ?? "null";
    if (Buffer.byteLength(text) <= MAX_RESPONSE) return sendAndWait("response", text);
    const errorMessage = `Response payload size exceeded maximum allowed payload size (${MAX_RESPONSE} bytes).`;
    sendAndWait("error", JSON.stringify({ errorType: "Function.ResponseSizeTooLarge", errorMessage }));
  } catch (error) {
    console.error("Invoke Error", error);
    sendAndWait("error", JSON.stringify(errorOf(error)));
  }
}

try {
  const handler = await loadHandler();
  process.on("message", (request) => answer(handler, request));
  send({ kind: "ready", text: "null" });
} catch (error) {
  console.error("Init Error", error);
  const type = error instanceof SyntaxError ? "Runtime.UserCodeSyntaxError" : undefined;
  sendAndWait("error", JSON.stringify(errorOf(error, type)));
}
