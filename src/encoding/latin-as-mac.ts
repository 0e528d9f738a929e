/**
 * Latin-1 read as Mac Roman: `aplicación` became `aplicaciÛn`. Single bytes were misread, so validity proves nothing; the
 * evidence is words that no language has, with an accented capital after small letters.
 */
const CORRECTIONS: Readonly<Record<string, string>> = {
  '·': 'á',
  È: 'é',
  Ì: 'í',
  Û: 'ó',
  '˙': 'ú',
  Ò: 'ñ',
  '¸': 'ü',
  ø: '¿',
};

/** At least two letters precede the capital, since Gaelic has prefixes of one letter. */
const UNMISTAKABLE = /(?<=[A-Za-z][a-z])[ÈÌÛÒ](?![\p{Lu}\p{M}])(?=[a-z]|\P{L}|$)/gu;
const LONGEST_WORD = 20;
/** How many different such words prove the damage. */
const MIN_WORDS = 2;

/** In a damaged text, a line with one of these is repaired. */
const SUSPICIOUS = /\p{Ll}[ÈÌÛÒ˙](?!\p{Lu})|\p{Ll}{2}·(?=\s\p{Ll})|(?<!\p{L})øQ?\p{Ll}/u;

/** Inside words only, and not the middle dot of Catalan `col·laborar`; `ø` only before a word. */
const DAMAGED =
  /(?<=\p{L})(?<!l)·|(?<=l)·(?!l)|(?<!\p{L})·(?=\p{Ll}{2})|[ÈÌÛÒ](?!\p{Lu})|˙(?=\p{Ll})|(?<=\p{Ll})[˙¸]|(?<!\p{L})ø(?=\p{L})/gu;

function wordAround(text: string, at: number): string {
  const before = /\p{L}*$/u.exec(text.slice(Math.max(0, at - LONGEST_WORD), at))?.[0] ?? '';
  const after = /^\p{L}*/u.exec(text.slice(at, at + LONGEST_WORD))?.[0] ?? '';
  return before + after;
}

/** Repairs the damaged lines; `null` where the text gives no strong evidence. */
export function repairLatinAsMac(text: string): string | null {
  if (!/[ÈÌÛÒ]/.test(text)) return null;
  const words = new Set(Array.from(text.matchAll(UNMISTAKABLE), ({ index }) => wordAround(text, index)));
  if (words.size < MIN_WORDS) return null;
  const lines = text.split('\n').map((line) => {
    return SUSPICIOUS.test(line) ? line.replace(DAMAGED, (char) => CORRECTIONS[char] ?? char) : line;
  });
  return lines.join('\n');
}
