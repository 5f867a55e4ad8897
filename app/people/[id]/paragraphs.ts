/** The paragraphs of a text: its lines, without those that are empty. */
export function paragraphs(text: string): string[] {
  return text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
