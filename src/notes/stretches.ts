/** A part of a text. `offset` counts from 0, `line` from 1. */
export type Stretch = { readonly text: string; readonly offset: number; readonly line: number };

/** Characters of a stretch before it is cut. Notes shorter than that are read in one. */
const STRETCH_CHARS = 50_000;

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
/** A line that begins a block of its own after a blank one; an indented line may belong to what is above. */
const BEGINS_BLOCK = /^(?:#{1,6}[ \t]|[\p{L}*_`¿¡"“[(]|[-*+][ \t]|\d{1,9}[.)][ \t])/u;
const LIST_ITEM = /^(?:[-*+]|\d{1,9}[.)])[ \t]/;

type Scan = { fence: string; inComment: boolean; afterBlank: boolean };

function follow(scan: Scan, line: string): void {
  const fence = FENCE.exec(line)?.[1] ?? '';
  if (scan.fence !== '') {
    if (fence.startsWith(scan.fence) && line.trim() === fence) scan.fence = '';
  } else if (fence !== '') scan.fence = fence;
  if (scan.fence === '') {
    const opened = line.lastIndexOf('<!--');
    const closed = line.lastIndexOf('-->');
    if (opened >= 0 || closed >= 0) scan.inComment = opened > closed;
  }
  scan.afterBlank = line.trim() === '';
}

function mayCutBefore({ fence, inComment, afterBlank }: Scan, line: string): boolean {
  if (fence !== '' || inComment) return false;
  return LIST_ITEM.test(line) || (afterBlank && BEGINS_BLOCK.test(line));
}

/** A text in parts that can be parsed one by one: each begins where a top-level block does, outside code and comments. */
export function stretchesOf(text: string): readonly Stretch[] {
  if (text.length <= STRETCH_CHARS) return [{ text, offset: 0, line: 1 }];
  const stretches: Stretch[] = [];
  const scan: Scan = { fence: '', inComment: false, afterBlank: false };
  let start = { offset: 0, line: 1 };
  let offset = 0;
  for (const [index, line] of text.split('\n').entries()) {
    if (offset - start.offset >= STRETCH_CHARS && mayCutBefore(scan, line)) {
      stretches.push({ text: text.slice(start.offset, offset), ...start });
      start = { offset, line: index + 1 };
    }
    follow(scan, line);
    offset += line.length + 1;
  }
  return [...stretches, { text: text.slice(start.offset), ...start }];
}
