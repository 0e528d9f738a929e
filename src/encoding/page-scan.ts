import type { PageBytes } from './page-bytes.js';
import { codePointOf, isContinuation, sequenceLength } from './utf8.js';

/** Units of a cluster whose bytes in a code page are valid UTF-8. */
export type Utf8Span = {
  readonly start: number;
  readonly end: number;
  readonly decoded: string;
  /** Its last byte, a no-break space, became a space: one space after the cluster belongs to it. */
  readonly consumesSpace: boolean;
};

const NBSP = 0xa0;

/** The characters in notes whose last byte is A0: the no-break space, à and emoji such as 🏠. */
function endsInNbsp(point: number): boolean {
  return point === 0xa0 || point === 0xe0 || point >= 0x1f000;
}

type Sequence = { readonly point: number; readonly end: number; readonly consumesSpace: boolean };

function sequenceAt(units: string, start: number, page: PageBytes, spaceFollows: boolean): Sequence | null {
  const lead = page.byteOf[units.charCodeAt(start)] ?? -1;
  const length = sequenceLength(lead);
  if (length === 0) return null;
  const bytes = [lead];
  const full = start + length;
  const consumesSpace = full === units.length + 1 && spaceFollows && page.byteOf[NBSP] === NBSP;
  const end = consumesSpace ? units.length : full;
  if (end > units.length) return null;
  for (let i = start + 1; i < end; i += 1) {
    const byte = page.byteOf[units.charCodeAt(i)] ?? -1;
    if (!isContinuation(byte)) return null;
    bytes.push(byte);
  }
  const point = codePointOf(consumesSpace ? [...bytes, NBSP] : bytes);
  if (point === null || (consumesSpace && !endsInNbsp(point))) return null;
  return { point, end, consumesSpace };
}

/** The longest spans of a cluster that are UTF-8 in this page, in one pass. */
export function findUtf8Spans(units: string, page: PageBytes, spaceFollows: boolean): readonly Utf8Span[] {
  const found: Utf8Span[] = [];
  let start = 0;
  let decoded: string[] = [];
  let i = 0;
  const close = (consumesSpace: boolean) => {
    if (decoded.length > 0) found.push({ start, end: i, decoded: decoded.join(''), consumesSpace });
    decoded = [];
  };
  while (i < units.length) {
    const sequence = sequenceAt(units, i, page, spaceFollows);
    if (!sequence) {
      close(false);
      i += 1;
      start = i;
      continue;
    }
    // A sequence that consumes a space is a guess, so it is a span of its own that does not weaken the one before it.
    if (sequence.consumesSpace) {
      close(false);
      start = i;
    }
    decoded.push(String.fromCodePoint(sequence.point));
    i = sequence.end;
    if (sequence.consumesSpace) close(true);
  }
  close(false);
  return found;
}
