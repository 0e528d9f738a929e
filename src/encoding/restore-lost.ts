import { CODE_PAGES } from './code-pages.js';
import type { Edit } from './edits.js';

/**
 * Bytes that a strict decoder had no character for, put back where only one of them makes sense. Windows-1252 leaves
 * five open, and some tables of Mac Roman lack the Apple logo, which every emoji begins with. What is put back is the
 * damaged character, so that the repair reads it like all the others.
 */
type Rule = { readonly needle: string; readonly pattern: RegExp; readonly restored: string };

/** What a byte 0x80 to 0xBF looks like in Windows-1252 and Latin-1. */
const CONTINUATION = '\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ';
const EMOJI = `(?:ð[${CONTINUATION}]{3}|â[${CONTINUATION}]{2}|\\p{Extended_Pictographic})`;
const MAC_CONTINUATION = CODE_PAGES.find((page) => page.name === 'Mac Roman')?.upper.slice(0, 64) ?? '';
/** A mark in the place of the lost byte, or nothing at all. */
const GAP = `(?:\\uFFFD|\\?(?=\\p{L})|(?![${CONTINUATION}\\uFFFD?]))`;

const RULES: readonly Rule[] = [
  // Variation selector 16 after an emoji: EF B8 8F.
  { needle: 'ï¸', pattern: new RegExp(`(?<=${EMOJI}ï¸)${GAP}`, 'gu'), restored: '\u008f' },
  // The joiner between two emoji: E2 80 8D.
  { needle: 'â€', pattern: new RegExp(`(?<=${EMOJI}â€)${GAP}(?=ð)`, 'gu'), restored: '\u008d' },
  // Every emoji that Mac Roman read begins with 9F after the byte that is lost.
  { needle: '\uFFFDü', pattern: new RegExp(`\\uFFFD(?=ü[${MAC_CONTINUATION}]{2})`, 'gu'), restored: '\uf8ff' },
  { needle: 'Ô∏è', pattern: /(?<![^\s\p{Ps}"'*_])(?=ü[^\0-\x7f]{2}Ô∏è)/gu, restored: '\uf8ff' },
];

function byRule(text: string): readonly Edit[] {
  return RULES.filter(({ needle }) => text.includes(needle)).flatMap(({ pattern, restored }) =>
    Array.from(text.matchAll(pattern), ({ 0: gap, index }) => {
      return { start: index, end: index + gap.length, decoded: restored };
    }),
  );
}

const QUOTES = new RegExp(`\\n[ \\t]*\\n|â€œ|“|”|â€\u009d|â€(?:\\uFFFD|\\?|(?![${CONTINUATION}\\uFFFD]))`, 'gu');

/** ” is E2 80 9D, and 9D is what is missing: certain where its paragraph has an opening quote that nothing closes. */
function closingQuotes(text: string): readonly Edit[] {
  if (!text.includes('â€')) return [];
  const edits: Edit[] = [];
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

/** Damaged characters that were dropped or replaced by U+FFFD and can only have been one. In the order of the text. */
export function lostBytes(text: string): readonly Edit[] {
  const edits = [...byRule(text), ...closingQuotes(text)].toSorted((a, b) => a.start - b.start || a.end - b.end);
  return edits.filter(({ start }, i) => i === 0 || start > (edits[i - 1]?.start ?? -1));
}
