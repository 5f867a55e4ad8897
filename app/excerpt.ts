/**
 * The beginning of a text on one line, cut between two words and marked so, for a description.
 *
 * @param longest in UTF-16 units, with the mark
 */
export function excerpt(text: string, longest: number): string {
  const line = text.trim().replace(/\s+/g, " ");
  if (line.length <= longest) return line;
  const room = line.slice(0, longest - 1);
  // Text without spaces, as in Chinese, is cut between two characters, and never within a pair of surrogates.
  const cut = /\s/.test(room) ? room.replace(/\s\S*$/, "") : room.replace(/[\uD800-\uDBFF]$/, "");
  return `${cut}…`;
}
