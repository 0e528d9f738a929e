/** A run of backticks, what is between, and the same run again: code in a line, or on lines of its own. */
const CODE = /(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g;

/** Changes the words of a text and leaves its code as it is, backticks included. */
export function outsideCode(text: string, change: (words: string) => string): string {
  const parts: string[] = [];
  let from = 0;
  for (const code of text.matchAll(CODE)) {
    parts.push(change(text.slice(from, code.index)), code[0]);
    from = code.index + code[0].length;
  }
  return [...parts, change(text.slice(from))].join('');
}
