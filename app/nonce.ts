import { headers } from "next/headers";

/** The request header in which the proxy tells pages what their scripts and styles have to name. */
export const NONCE_HEADER = "x-nonce";

/** What the scripts and styles of this page have to name to be run; empty where no proxy has seen the request. */
export async function getNonce(): Promise<string> {
  return (await headers()).get(NONCE_HEADER) ?? "";
}
