import { PAGES, type PageBytes } from './page-bytes.js';
import { findUtf8Spans, type Utf8Span } from './page-scan.js';

/** The text of a span of a cluster before it was misread in these pages. */
export type Decoding = Utf8Span & {
  /** Names of the pages, the last misreading first; also a key. */
  readonly path: string;
  /** The text before each misreading but the first; empty where there was only one. */
  readonly intermediates: readonly string[];
};

/** How many times the same text may have been misread. */
const MAX_DEPTH = 4;
const SEPARATOR = ', ';

function decodeWhole(text: string, page: PageBytes): string | null {
  const [only, ...others] = findUtf8Spans(text, page, false);
  return only && others.length === 0 && only.start === 0 && only.end === text.length ? only.decoded : null;
}

/** A decoding, and those of further misreadings, as long as all of its text is UTF-8 again. */
function decodeFurther(decoding: Decoding, depth: number): readonly Decoding[] {
  if (depth >= MAX_DEPTH) return [decoding];
  const next = PAGES.flatMap((page) => {
    const decoded = decodeWhole(decoding.decoded, page);
    if (decoded === null) return [];
    return [
      {
        ...decoding,
        decoded,
        path: `${decoding.path}${SEPARATOR}${page.name}`,
        intermediates: [...decoding.intermediates, decoding.decoded],
      },
    ];
  });
  return [decoding, ...next.flatMap((one) => decodeFurther(one, depth + 1))];
}

/** All decodings of parts of these characters. */
export function findDecodings(units: string, spaceFollows: boolean): readonly Decoding[] {
  return PAGES.flatMap((page) =>
    findUtf8Spans(units, page, spaceFollows).flatMap((span) =>
      decodeFurther({ ...span, path: page.name, intermediates: [] }, 1),
    ),
  );
}

export function pagesInPath(path: string): readonly string[] {
  return path.split(SEPARATOR);
}
