import type { PageBytes } from './page-bytes.js';
import { codePointOf, isContinuation, sequenceLength } from './utf8.js';

/** Units of a cluster that are one valid stretch of UTF-8 when their bytes in a code page are put together. */
export type Stretch = {
  readonly start: number;
  readonly end: number;
  readonly decoded: string;
  /** The last byte was a no-break space that somebody made a blank: one blank after the cluster belongs to it. */
  readonly takesBlank: boolean;
};

const NBSP = 0xa0;

/** What notes hold of the characters whose last byte is A0: nbsp, à and emoji such as 🏠. */
function endsInNbsp(point: number): boolean {
  return point === 0xa0 || point === 0xe0 || point >= 0x1f000;
}

type Sequence = { readonly point: number; readonly end: number; readonly takesBlank: boolean };

function sequenceAt(units: string, start: number, page: PageBytes, blankFollows: boolean): Sequence | null {
  const lead = page.byteOf[units.charCodeAt(start)] ?? -1;
  const length = sequenceLength(lead);
  if (length === 0) return null;
  const bytes = [lead];
  const full = start + length;
  const takesBlank = full === units.length + 1 && blankFollows && page.byteOf[NBSP] === NBSP;
  const end = takesBlank ? units.length : full;
  if (end > units.length) return null;
  for (let i = start + 1; i < end; i += 1) {
    const byte = page.byteOf[units.charCodeAt(i)] ?? -1;
    if (!isContinuation(byte)) return null;
    bytes.push(byte);
  }
  const point = codePointOf(takesBlank ? [...bytes, NBSP] : bytes);
  if (point === null || (takesBlank && !endsInNbsp(point))) return null;
  return { point, end, takesBlank };
}

/** Every longest stretch of a cluster that this page reads as UTF-8, in one pass. */
export function stretchesIn(units: string, page: PageBytes, blankFollows: boolean): readonly Stretch[] {
  const found: Stretch[] = [];
  let start = 0;
  let decoded: string[] = [];
  let i = 0;
  const close = (takesBlank: boolean) => {
    if (decoded.length > 0) found.push({ start, end: i, decoded: decoded.join(''), takesBlank });
    decoded = [];
  };
  while (i < units.length) {
    const sequence = sequenceAt(units, i, page, blankFollows);
    if (!sequence) {
      close(false);
      i += 1;
      start = i;
      continue;
    }
    // What took a blank is kept apart: it is a guess, and must not weaken what stands before it.
    if (sequence.takesBlank) {
      close(false);
      start = i;
    }
    decoded.push(String.fromCodePoint(sequence.point));
    i = sequence.end;
    if (sequence.takesBlank) close(true);
  }
  close(false);
  return found;
}
