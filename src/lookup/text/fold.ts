const PLAIN_ASCII = /^[\x20-\x7e\s]*$/;
const MARKS = /\p{M}+/gu;
const WORD = /[\p{L}\p{N}]+/gu;
const POSSESSIVE = /['’]s(?![\p{L}\p{N}])/gu;

/** Lower case without accents: `Máquina` → `maquina`, `año` → `ano`. */
export function fold(text: string): string {
  if (PLAIN_ASCII.test(text)) return text.toLowerCase();
  return text.normalize('NFD').replace(MARKS, '').toLowerCase();
}

/** The words of a text in order, folded. An English `'s` is no word of its own. */
export function wordsOf(text: string): readonly string[] {
  return fold(text).replace(POSSESSIVE, '').match(WORD) ?? [];
}
