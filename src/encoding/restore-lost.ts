import { CODE_PAGES } from './code-pages.js';
import type { TextEdit } from './text-edits.js';

/**
 * Restores a byte that a strict decoder dropped, where only one byte is possible. Windows-1252 leaves five bytes undefined,
 * and some tables of Mac Roman lack the Apple logo, with which every emoji begins. The damaged character is restored, so
 * that the repair then handles it like all others.
 */
type RestoreRule = { readonly needle: string; readonly pattern: RegExp; readonly restored: string };

/** The bytes 0x80 to 0xBF in Windows-1252 and Latin-1. */
const CONTINUATION = '\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ';
const EMOJI = `(?:ð[${CONTINUATION}]{3}|â[${CONTINUATION}]{2}|\\p{Extended_Pictographic})`;
const MAC_CONTINUATION = CODE_PAGES.find((page) => page.name === 'Mac Roman')?.upper.slice(0, 64) ?? '';
/** A replacement mark in place of the lost byte, or nothing. */
const LOST_BYTE = `(?:\\uFFFD|\\?(?=\\p{L})|(?![${CONTINUATION}\\uFFFD?]))`;

const RULES: readonly RestoreRule[] = [
  // Variation selector 16 after an emoji: EF B8 8F.
  { needle: 'ï¸', pattern: new RegExp(`(?<=${EMOJI}ï¸)${LOST_BYTE}`, 'gu'), restored: '\u008f' },
  // The joiner between two emoji: E2 80 8D.
  { needle: 'â€', pattern: new RegExp(`(?<=${EMOJI}â€)${LOST_BYTE}(?=ð)`, 'gu'), restored: '\u008d' },
  // In every emoji misread as Mac Roman, 9F follows the lost byte.
  { needle: '\uFFFDü', pattern: new RegExp(`\\uFFFD(?=ü[${MAC_CONTINUATION}]{2})`, 'gu'), restored: '\uf8ff' },
  { needle: 'Ô∏è', pattern: /(?<![^\s\p{Ps}"'*_])(?=ü[^\0-\x7f]{2}Ô∏è)/gu, restored: '\uf8ff' },
];

function editsByRule(text: string): readonly TextEdit[] {
  return RULES.filter(({ needle }) => text.includes(needle)).flatMap(({ pattern, restored }) =>
    Array.from(text.matchAll(pattern), ({ 0: gap, index }) => {
      return { start: index, end: index + gap.length, decoded: restored };
    }),
  );
}

const QUOTES = new RegExp(`\\n[ \\t]*\\n|â€œ|“|”|â€\u009d|â€(?:\\uFFFD|\\?|(?![${CONTINUATION}\\uFFFD]))`, 'gu');

/** Restores the lost 9D of ” (E2 80 9D), where the paragraph has an opening quote that is not closed. */
function restoreClosingQuotes(text: string): readonly TextEdit[] {
  if (!text.includes('â€')) return [];
  const edits: TextEdit[] = [];
  let open = 0;
  for (const { 0: found, index } of text.matchAll(QUOTES)) {
    if (found === '“' || found === 'â€œ') open += 1;
    else if (found.startsWith('\n')) open = 0;
    else if (found === '”' || found === 'â€\u009d') open = Math.max(0, open - 1);
    else if (open > 0) {
      open -= 1;
      edits.push({ start: index + 2, end: index + found.length, decoded: '\u009d' });
    }
  }
  return edits;
}

/** Edits that restore dropped bytes and those replaced by U+FFFD, in the order of the text. */
export function restoreLostBytes(text: string): readonly TextEdit[] {
  const edits = [...editsByRule(text), ...restoreClosingQuotes(text)].toSorted(
    (a, b) => a.start - b.start || a.end - b.end,
  );
  return edits.filter(({ start }, i) => i === 0 || start > (edits[i - 1]?.start ?? -1));
}
