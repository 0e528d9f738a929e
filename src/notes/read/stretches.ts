import { isRow, type TableHead, tableAt } from './table-lines.js';

/** A part of a text. `offset` counts from 0, `line` from 1; `dropped` characters at its end are not read. */
export type Stretch = {
  readonly text: string;
  /** The head of the table whose rows the stretch begins with; `null` where it begins with a block of its own. */
  readonly head: TableHead | null;
  readonly offset: number;
  readonly line: number;
  readonly dropped: number;
};

/** A line that is not read, or not to its end. */
export type Unread = { readonly line: number; readonly why: 'too-deep' | 'long-prose' };

export type Stretches = { readonly list: readonly Stretch[]; readonly unread: readonly Unread[] };

/** Notes up to this many characters are read in one. */
const WHOLE_CHARS = 50_000;
/** Characters of a stretch of longer notes before it is cut. */
const STRETCH_CHARS = 8_000;
/** A block that goes on for so long is cut in the middle: the parser's time would grow with the square of it. */
const LONGEST_BLOCK_CHARS = 40_000;
/** What a line says beyond this many characters is prose that gives no card; the parser need not read it. */
const LONGEST_LINE = 20_000;
/** Of a line that is left out: a longer one is dropped, since blanks take the parser's time as well. */
const LONGEST_BLANK = 1_000;
/** Columns of list marks, quote marks and indentation: fifty lists inside each other. */
const DEEPEST_COLUMN = 100;

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
/** A line that begins a block of its own after a blank one; an indented line may belong to what is above. */
const BEGINS_BLOCK = /^(?:#{1,6}[ \t]|[\p{L}*_`¿¡"“[(]|[-*+][ \t]|\d{1,9}[.)][ \t])/u;
const LIST_ITEM = /^(?:[-*+]|\d{1,9}[.)])[ \t]/;

/** `##Words`: a heading whose author left out the space. It takes the place of a mark, so that all offsets stay. */
const TIGHT_HEADING = /^(#{1,5})#(?=\p{Lu}[^#]*$)/u;

type Scan = { fence: string; inComment: boolean; afterBlank: boolean; above: string; table: TableHead | null };

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
  scan.table = scan.fence === '' && !scan.inComment ? tableAt(scan.table, scan.above, line) : null;
  scan.above = line;
}

function mayCutBefore({ fence, inComment, afterBlank, table }: Scan, line: string, length: number): boolean {
  if (fence !== '' || inComment) return false;
  if (table !== null && isRow(line)) return true;
  if (length > LONGEST_BLOCK_CHARS && /^\S/u.test(line)) return true;
  return LIST_ITEM.test(line) || (afterBlank && BEGINS_BLOCK.test(line));
}

/** Columns before a line's own words: blanks, and marks of quotes and lists. Counts no further than it matters. */
function columnOfWords(line: string): number {
  let column = 0;
  for (let at = 0; at < line.length && column <= DEEPEST_COLUMN; at += 1) {
    const char = line.charAt(at);
    const isMark = '-+*'.includes(char) && ' \t'.includes(line.charAt(at + 1) || 'x');
    if (char !== ' ' && char !== '\t' && char !== '>' && !isMark) return column;
    column += char === '\t' ? 4 : 1;
  }
  return column;
}

const CONTROL = /[\r\n]+$/;

type Readable = { readonly text: string; readonly dropped: number; readonly why: Unread['why'] | null };

/**
 * A line as far as it is read. Of one that is too deep, or is code, what is left out becomes blanks, so that all places
 * stay. Elsewhere the parser makes an event of each blank, again for each mark that is never closed: it is dropped.
 */
function readable(line: string, isCode: boolean): Readable {
  const end = CONTROL.exec(line)?.[0] ?? '';
  const blank = (kept: string) => kept + ' '.repeat(line.length - kept.length - end.length) + end;
  if (!isCode && columnOfWords(line) > DEEPEST_COLUMN && line.trim() !== '') {
    return line.length > LONGEST_BLANK
      ? { text: '', dropped: line.length - end.length, why: 'too-deep' }
      : { text: blank(''), dropped: 0, why: 'too-deep' };
  }
  if (line.length <= LONGEST_LINE) return { text: line, dropped: 0, why: null };
  const kept = line.slice(0, LONGEST_LINE);
  if (isCode) return { text: blank(kept), dropped: 0, why: 'long-prose' };
  return { text: kept, dropped: line.length - kept.length, why: 'long-prose' };
}

/**
 * A text in parts that can be parsed one by one: each begins where a top-level block does, outside code and comments, or
 * with a row of a table, whose head it is told with.
 * Lines nested or going on beyond all measure are left out and named, because the parser's time grows with the square
 * of both.
 */
export function stretchesOf(text: string): Stretches {
  const list: Stretch[] = [];
  const unread: Unread[] = [];
  const scan: Scan = { fence: '', inComment: false, afterBlank: false, above: '', table: null };
  const most = text.length <= WHOLE_CHARS ? WHOLE_CHARS : STRETCH_CHARS;
  let start: Pick<Stretch, 'offset' | 'line' | 'head'> = { offset: 0, line: 1, head: null };
  let offset = 0;
  let dropped = 0;
  let parts: string[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const length = offset - start.offset;
    if (dropped > 0 || (length >= most && mayCutBefore(scan, line, length))) {
      list.push({ text: `${parts.join('\n')}\n`, dropped, ...start });
      parts = [];
      dropped = 0;
      start = { offset, line: index + 1, head: scan.table !== null && isRow(line) ? scan.table : null };
    }
    follow(scan, line);
    const isCode = scan.fence !== '' || scan.inComment;
    const read = readable(isCode ? line : line.replace(TIGHT_HEADING, '$1 '), isCode);
    if (read.why !== null) unread.push({ line: index + 1, why: read.why });
    parts.push(read.text);
    dropped = read.dropped;
    offset += line.length + 1;
  }
  return { list: [...list, { text: parts.join('\n'), dropped, ...start }], unread };
}
