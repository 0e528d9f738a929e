/**
 * Latin-1 read as Mac Roman: `aplicación` became `aplicaciÛn`. Every character went wrong by itself, so nothing is
 * valid or invalid here; only words that no language writes give it away: an accented capital after a small letter.
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

const UNMISTAKABLE = /\p{Ll}[ÈÌÛÒ˙](?!\p{Lu})|\p{Ll}{2}·(?=\s)/gu;
/** Words that give it away, at least. */
const CONVINCING = 2;

/** Inside words only, and not the middle dot of Catalan `col·laborar`; `ø` only before a word. */
const DAMAGED =
  /(?<=\p{L})(?<!l)·|(?<=l)·(?!l)|(?<!\p{L})·(?=\p{Ll}{2})|[ÈÌÛÒ](?!\p{Lu})|˙(?=\p{Ll})|(?<=\p{Ll})[˙¸]|(?<!\p{L})ø(?=\p{L})/gu;

/** Mends the lines that hold such a word; all others stay. `null` where the text gives no strong evidence. */
export function repairLatinAsMac(text: string): string | null {
  if ((text.match(UNMISTAKABLE)?.length ?? 0) < CONVINCING) return null;
  const lines = text.split('\n').map((line) => {
    return line.search(UNMISTAKABLE) < 0 ? line : line.replace(DAMAGED, (char) => MEANT[char] ?? char);
  });
  return lines.join('\n');
}
