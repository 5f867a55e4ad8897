import { createHash } from "node:crypto";
import { isIPv4, isIPv6 } from "node:net";

/**
 * The header in which whatever stands in front of this app says where a request came from. The CDN writes it over
 * (infrastructure/modules/site/viewer-headers.js), and nobody else reaches the server. Where nothing stands in front a sender could
 * make it up, so what is decided by it must only ever hold up the sender.
 */
const CLIENT_ADDRESS_HEADER = "x-client-address";

/** The eight groups of an IPv6 address (https://www.rfc-editor.org/rfc/rfc4291#section-2.2). */
function groupsOf(address: string): string[] {
  // The URL parser writes every address in one way, with an IPv4 tail as two groups.
  const [head = "", tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split("::");
  const before = head.split(":").filter(Boolean);
  const after = tail?.split(":").filter(Boolean) ?? [];
  return [...before, ...new Array<string>(8 - before.length - after.length).fill("0"), ...after];
}

/**
 * The network that one customer of a provider has: all of an IPv4 address, and of an IPv6 address the first 56 bits, the
 * least that providers hand out as a rule (https://www.rfc-editor.org/rfc/rfc6177#section-2 wants more than a /64).
 */
function networkOf(address: string): string {
  if (isIPv4(address)) return address;
  const [first, second, third, fourth = "0"] = groupsOf(address);
  return [first, second, third, Number.parseInt(fourth, 16) >> 8].join(":");
}

/**
 * Who sent a request, as a name under which calls can be counted: a hash, since an address says who somebody is.
 *
 * @returns null where nothing in front has said
 */
export function clientOf(headers: Headers): string | null {
  const address = headers.get(CLIENT_ADDRESS_HEADER) ?? "";
  // An interface of the machine, as in fe80::1%eth0, is nobody far away.
  if (address.includes("%") || (!isIPv4(address) && !isIPv6(address))) return null;
  return createHash("sha256").update(networkOf(address)).digest("hex").slice(0, 16);
}
