/** A command that a document tells somebody to type. */
export interface Command {
  /** As it stands there. */
  readonly text: string;
  /** What it is, without what is given to it: `npm run cloud:deploy`, `terraform init`. */
  readonly name: string;
  /** The names of its options: `--stage`. */
  readonly options: readonly string[];
  /** The names of the variables before it: `AWS_REGION`. */
  readonly variables: readonly string[];
}

/** Whatever else a document may show in a block. */
const NO_COMMANDS = ["text", "hcl", "mermaid"];

/** What a command in the middle of a sentence begins with. */
const PROGRAM = /^(npm|npx|node|curl|terraform|aws|pip|python3?|git|printf|infrastructure\/[\w-]+\.sh)$/;

const VARIABLE = /^([A-Za-z_]\w*)=/;
const WORD = /^[\w:./-]+$/;
/** A quoted text, or what has no space in it; `<what is to be filled in>` is one too. */
const TOKEN = /(?:'[^']*'|"[^"]*"|<[^>]*>|[^\s'"<])+/g;

/**
 * Takes a command apart.
 *
 * @returns undefined for what only sets variables
 */
export function parseCommand(text: string): Command | undefined {
  const tokens = text.match(TOKEN) ?? [];
  const first = tokens.findIndex((token) => !VARIABLE.test(token));
  if (first === -1) return undefined;
  const variables = tokens.slice(0, first).map((token) => VARIABLE.exec(token)?.[1] ?? "");
  const [words, options]: [string[], string[]] = [[], []];
  let takesValue = false;
  for (const token of tokens.slice(first)) {
    if (token === "--") continue;
    if (token.startsWith("-")) options.push(token.replace(/=.*$/s, ""));
    else if (!takesValue && WORD.test(token) && !token.startsWith("/")) words.push(token);
    takesValue = token.startsWith("-") && !token.includes("=");
  }
  return { text, name: words.join(" "), options, variables };
}

/** The lines of a block that somebody types: all of a shell's, and of what a terminal shows those after its prompt. */
function typed(language: string, block: string): string[] {
  const lines = block.replace(/\\\n\s*/g, "").split("\n");
  const commands =
    language === "console"
      ? lines.flatMap((line) => (/^\s*\$ /.test(line) ? [line.replace(/^\s*\$ /, "")] : []))
      : lines;
  return commands.map((line) => line.replace(/(^|\s{2,})# .*$/, "").trim()).filter((line) => line !== "");
}

/**
 * All commands of a document: those in its blocks, and those in its sentences that begin with a program.
 *
 * @throws when a block does not say what it holds, since commands could hide there
 */
export function commandsIn(document: string): Command[] {
  const blocks = [...document.matchAll(/^ *```(\S*)\n([\s\S]*?)^ *```$/gm)];
  const inBlocks = blocks.flatMap(([, language = "", block = ""]) => {
    if (NO_COMMANDS.includes(language)) return [];
    if (language !== "sh" && language !== "console")
      throw new Error(
        `A block is "${language}": it has to be sh, console, ${NO_COMMANDS.join(", ")}:\n${block}`,
      );
    return typed(language, block);
  });
  const prose = document.replace(/^ *```[\s\S]*?^ *```$/gm, "");
  const inSentences = [...prose.matchAll(/`([^`]+)`/g)].map(([, code = ""]) => code.replace(/\s+/g, " "));
  const isCommand = (code: string) => {
    const words = (code.match(TOKEN) ?? []).filter((token) => !VARIABLE.test(token));
    const [program = ""] = words;
    return PROGRAM.test(program) && (words.length > 1 || program.endsWith(".sh"));
  };
  return [...inBlocks, ...inSentences.filter(isCommand)].flatMap((text) => parseCommand(text) ?? []);
}
