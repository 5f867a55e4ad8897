import { parseAndValidateFlightRouterState } from "next/dist/server/app-render/parse-and-validate-flight-router-state.js";

type Headers = Readonly<Record<string, string>>;

/** Names under which OpenNext and Next tell themselves things, and believe them: some they parse before they strip them. */
const INTERNAL = /^x-(?:open-?next-|middleware-|isr$)/;
/** What Next's router in the browser says of the page it is on. */
const ROUTER_STATE = "next-router-state-tree";

/** Whether Next can read it; it answers one that it can't with 500 (16.4). */
function isReadable(state: string): boolean {
  try {
    parseAndValidateFlightRouterState(state);
    return true;
  } catch {
    // By design: it says what is wrong by throwing, and there is nobody to tell.
    return false;
  }
}

/**
 * The headers of a request without those that only a server may send, and without a router's state that can't be read:
 * Next sends the whole page then, as to one that is not there yet.
 *
 * @param headers by names in lower case
 */
export const withoutInternalHeaders = (headers: Headers): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).filter(
      ([name, value]) => !INTERNAL.test(name) && (name !== ROUTER_STATE || isReadable(value)),
    ),
  );
