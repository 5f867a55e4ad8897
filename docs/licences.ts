import { table } from "./markdown";

/** As much of npm's lock file as says what a package may be used for. */
export interface LockFile {
  readonly packages: Readonly<Record<string, { readonly dev?: boolean; readonly license?: string }>>;
}

/** What may be used in a product under MIT, by its SPDX identifier, without opening its source. */
const ALLOWED = [
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  // Of data: who uses it has to be told, as the list does.
  "CC-BY-4.0",
  "ISC",
  "MIT",
  "MIT-0",
];

/** Packages with another licence, and why they may be there all the same. */
const EXCEPTIONS: readonly (readonly [RegExp, string])[] = [
  [
    /^@img\/sharp-/,
    "Optional packages of Next for resizing images, which `next.config.mjs` switches off: nothing of theirs is deployed.",
  ],
];

const UNKNOWN = "none given";

/** A package, and what it may be used for. */
export interface Package {
  readonly name: string;
  readonly licence: string;
}

/** What may be installed without the packages for development, each name once. */
export function shipped({ packages }: LockFile): Package[] {
  const found = new Map<string, Package>();
  for (const [path, { dev = false, license: licence = UNKNOWN }] of Object.entries(packages)) {
    const name = path.split("node_modules/").at(-1) ?? "";
    if (name !== "" && !dev) found.set(`${name} ${licence}`, { name, licence });
  }
  return [...found.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** An expression with parentheses is none of those: somebody has to look at it. */
const isAllowed = (licence: string): boolean =>
  licence
    .split(" OR ")
    .some((choice) => choice.split(" AND ").every((identifier) => ALLOWED.includes(identifier)));

const exceptionOf = (name: string) => EXCEPTIONS.find(([names]) => names.test(name))?.[1];

/** What ships and may not, each as `name: licence`. */
export const forbidden = (lockFile: LockFile): string[] =>
  shipped(lockFile)
    .filter(({ name, licence }) => !isAllowed(licence) && exceptionOf(name) === undefined)
    .map(({ name, licence }) => `${name}: ${licence}`);

/** The document that lists what ships by its licence. */
export function licencesDocument(lockFile: LockFile): string {
  const packages = shipped(lockFile);
  const licences = [...new Set(packages.map(({ licence }) => licence))].sort();
  const rows = licences.map((licence) => {
    const names = packages.flatMap((one) => (one.licence === licence ? [one.name] : []));
    return [licence, String(names.length), names.join(", ")];
  });
  const exceptions = EXCEPTIONS.map(([names, why]) => {
    const which = packages.filter(({ name, licence }) => !isAllowed(licence) && names.test(name));
    return `- ${which.map(({ name }) => name).join(", ")}: ${why}`;
  });
  return [
    "# Licences",
    "",
    "Written by `npm run licences` from the lock file; a test holds it to that. These packages may be installed without those for",
    "development. The product itself is under [MIT](../LICENSE).",
    "",
    table(["licence", "packages", "which"], rows),
    "",
    `Allowed are ${ALLOWED.join(", ")}. Beside these:`,
    "",
    ...exceptions,
    "",
  ].join("\n");
}
