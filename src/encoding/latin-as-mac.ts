/**
 * Latin-1 read as Mac Roman: `aplicación` became `aplicaciÛn`. Every character went wrong by itself, so nothing is
 * valid or invalid here; only words that no language writes give it away: an accented capital after small letters.
 */
const MEANT: Readonly<Record<string, string>> = {
  '·': 'á',
  È: 'é',
  Ì: 'í',
  Û: 'ó',
  '˙': 'ú',
  Ò: 'ñ',
  '¸': 'ü',
  ø: '¿',
};

/** A prefix of one letter before a capital is Gaelic, so two. */
const UNMISTAKABLE = /(?<=[A-Za-z][a-z])[ÈÌÛÒ](?![\p{Lu}\p{M}])(?=[a-z]|\P{L}|$)/gu;
const LONGEST_WORD = 20;
/** Different words that give it away, at least. */
const CONVINCING = 2;

/** In a text that is convicted, lines with one of these are damaged as well. */
const SUSPICIOUS = /\p{Ll}[ÈÌÛÒ˙](?!\p{Lu})|\p{Ll}{2}·(?=\s\p{Ll})|(?<!\p{L})øQ?\p{Ll}/u;

/** Inside words only, and not the middle dot of Catalan `col·laborar`; `ø` only before a word. */
const DAMAGED =
  /(?<=\p{L})(?<!l)·|(?<=l)·(?!l)|(?<!\p{L})·(?=\p{Ll}{2})|[ÈÌÛÒ](?!\p{Lu})|˙(?=\p{Ll})|(?<=\p{Ll})[˙¸]|(?<!\p{L})ø(?=\p{L})/gu;

function wordAround(text: string, at: number): string {
  const before = /\p{L}*$/u.exec(text.slice(Math.max(0, at - LONGEST_WORD), at))?.[0] ?? '';
  const after = /^\p{L}*/u.exec(text.slice(at, at + LONGEST_WORD))?.[0] ?? '';
  return before + after;
}

/** Mends the lines that hold such a word; all others stay. `null` where the text gives no strong evidence. */
export function repairLatinAsMac(text: string): string | null {
  if (!/[ÈÌÛÒ]/.test(text)) return null;
  const words = new Set(Array.from(text.matchAll(UNMISTAKABLE), ({ index }) => wordAround(text, index)));
  if (words.size < CONVINCING) return null;
  const lines = text.split('\n').map((line) => {
    return SUSPICIOUS.test(line) ? line.replace(DAMAGED, (char) => MEANT[char] ?? char) : line;
  });
  return lines.join('\n');
}
