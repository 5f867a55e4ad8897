/** An element as AWS's XML has it: either text or children, attributes only name schemas and are dropped. */
export interface Element {
  readonly name: string;
  readonly text: string;
  readonly children: readonly Element[];
}

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };
const TOKEN = /<([^>]+)>|([^<]+)/g;

const unescape = (text: string) =>
  text.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name] ?? whole;
      return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
    },
  );

const escape = (text: string) =>
  text.replace(/[&<>"\r]/g, (sign) =>
    sign === "\r" ? "&#xD;" : `&${Object.keys(ENTITIES).find((name) => ENTITIES[name] === sign)};`,
  );

/** Returns an element with this text or these children. */
export function element(name: string, content: string | readonly Element[] = ""): Element {
  return typeof content === "string"
    ? { name, text: content, children: [] }
    : { name, text: "", children: content };
}

/**
 * Reads what an AWS SDK writes: no CDATA, no comments, no mixed content.
 * @throws {SyntaxError} when it is no such XML
 */
export function parse(xml: string): Element {
  const root = { name: "", text: "", children: [] as Element[] };
  const open = [root];
  for (const [, tag, text] of xml.matchAll(TOKEN)) {
    const parent = open.at(-1);
    if (!parent) break;
    if (text !== undefined) parent.text += text;
    else if (tag?.startsWith("?")) continue;
    else if (tag?.startsWith("/")) {
      if (tag.slice(1).trim() !== parent.name) throw new SyntaxError(`</${parent.name}> is missing`);
      open.pop();
      const children = parent.children;
      open
        .at(-1)
        ?.children.push({ ...parent, text: children.length > 0 ? "" : unescape(parent.text), children });
    } else if (tag) {
      const name = /^[^\s/]+/.exec(tag)?.[0] ?? "";
      if (tag.endsWith("/")) parent.children.push(element(name));
      else open.push({ name, text: "", children: [] });
    }
  }
  const [only, ...others] = root.children;
  if (open.length !== 1 || !only || others.length > 0) throw new SyntaxError("not one XML document");
  return only;
}

/** Writes an element, without a declaration. */
export function serialize({ name, text, children }: Element): string {
  return `<${name}>${children.length > 0 ? children.map(serialize).join("") : escape(text)}</${name}>`;
}

/** The child that a path of names leads to. */
export function find(from: Element, ...path: readonly string[]): Element | undefined {
  return path.reduce<Element | undefined>(
    (at, name) => at?.children.find((child) => child.name === name),
    from,
  );
}

/** The text that a path of names leads to, "" where there is none. */
export function textOf(from: Element, ...path: readonly string[]): string {
  return find(from, ...path)?.text ?? "";
}

/** Every element of that name, however deep. */
export function findAll(from: Element, name: string): Element[] {
  return from.children.flatMap((child) => [...(child.name === name ? [child] : []), ...findAll(child, name)]);
}
