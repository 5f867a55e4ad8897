import { readPort } from "../../local/port";

const given = process.env.BASE_URL?.trim().replace(/\/+$/, "");

/** Whether the suite runs against a site that is there already, whose TMDB can't be made to fail. */
export const isDeployed = Boolean(given);

const first = readPort({ PORT: process.env.PORT?.trim() || "3210" });

/** Where the suite's own servers listen; the first is moved with PORT. */
export const PORTS = { app: first, shortWindow: first + 1, keyless: first + 2, control: first + 3 };

const at = (port: number) => `http://127.0.0.1:${port}`;

/** The site under test. */
export const baseUrl = given || at(PORTS.app);
/** Whether the site under test is on this machine, and so shows pictures from here where TMDB is stood in for. */
export const isOnThisMachine = ["localhost", "127.0.0.1"].includes(new URL(baseUrl).hostname);
/** A text of the site with its addresses as they are asked here: CloudFront says HTTPS, an emulated one speaks HTTP. */
export const asAskedHere = (text: string): string =>
  text.replaceAll(baseUrl.replace(/^http:/, "https:"), baseUrl);
/** The same app with a window of {@link SHORT_WINDOW_MS} and a table of its own. */
export const shortWindowUrl = at(PORTS.shortWindow);
/** The same app without a key for TMDB. */
export const keylessUrl = at(PORTS.keyless);
/** Where tests arrange faults of the stand-in for TMDB. */
export const controlUrl = at(PORTS.control);

export const SHORT_WINDOW_MS = 1000;
