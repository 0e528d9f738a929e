const FENCE = /^ {0,3}(?:```|~~~)/;
const MARKER = /^\s*(?:(?:[-*+]|\d{1,9}[.)])(?:\s+\[[ xX]\])?\s+|>\s?|#{1,6}\s+)+/;
const TABLE_ROW = /^\s*\|/;
const SENTENCE_END = /(?<=[.!?…]["'”»)*_`]*)\s+(?=["'“«¿¡(*_`\p{Lu}\p{N}])/u;

/**
 * The sentences of a text in Markdown, each as it stands there: lines that one sentence runs over stay together, the
 * marks of lists and quotes are left out, and a block of code is one.
 */
export function markdownSentences(markdown: string): readonly string[] {
  return blocksOf(markdown).flatMap((block) => (FENCE.test(block) ? [block] : splitBlock(block)));
}

function splitBlock(block: string): readonly string[] {
  return block
    .replace(MARKER, '')
    .split(SENTENCE_END)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}

/** Paragraphs, points, rows and code. What is indented goes on with what is above it. */
function blocksOf(markdown: string): readonly string[] {
  const blocks: string[] = [];
  let start = 0;
  let at = 0;
  let isCode = false;
  const close = (end: number): void => {
    const block = markdown.slice(start, end);
    if (block.trim() !== '') blocks.push(block.replace(/\s+$/, ''));
    start = end;
  };
  for (const line of markdown.split(/(?<=\n)/)) {
    const isFence = FENCE.test(line);
    if (isFence && !isCode) close(at);
    else if (!isCode && (line.trim() === '' || MARKER.test(line) || TABLE_ROW.test(line))) close(at);
    at += line.length;
    if (isFence && isCode) close(at);
    if (isFence) isCode = !isCode;
  }
  close(markdown.length);
  return blocks;
}
