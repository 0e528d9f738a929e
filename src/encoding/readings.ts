import { PAGES, type PageBytes } from './page-bytes.js';
import { type Stretch, stretchesIn } from './page-scan.js';

/** What a stretch of a cluster means if it went through these pages, the last misreading first. */
export type Reading = Stretch & {
  /** Names of the pages in the order in which they are undone; also the key of the chain. */
  readonly chain: string;
  /** What it was before each misreading but the first; empty where there was only one. */
  readonly between: readonly string[];
};

/** How often the same text may have been misread. */
const MAX_DEPTH = 4;
const SEPARATOR = ', ';

function readWhole(text: string, page: PageBytes): string | null {
  const [only, ...others] = stretchesIn(text, page, false);
  return only && others.length === 0 && only.start === 0 && only.end === text.length ? only.decoded : null;
}

/** The stretch read once, and as often again as all of it is UTF-8 once more. */
function deeper(reading: Reading, depth: number): readonly Reading[] {
  if (depth >= MAX_DEPTH) return [reading];
  const next = PAGES.flatMap((page) => {
    const decoded = readWhole(reading.decoded, page);
    if (decoded === null) return [];
    return [
      {
        ...reading,
        decoded,
        chain: `${reading.chain}${SEPARATOR}${page.name}`,
        between: [...reading.between, reading.decoded],
      },
    ];
  });
  return [reading, ...next.flatMap((one) => deeper(one, depth + 1))];
}

/** Every way in which a part of these characters can be a misreading of something. */
export function readingsOf(units: string, blankFollows: boolean): readonly Reading[] {
  return PAGES.flatMap((page) =>
    stretchesIn(units, page, blankFollows).flatMap((stretch) =>
      deeper({ ...stretch, chain: page.name, between: [] }, 1),
    ),
  );
}

export function pagesOf(chain: string): readonly string[] {
  return chain.split(SEPARATOR);
}
