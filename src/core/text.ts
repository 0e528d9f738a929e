/** Most words are, and need no table of accents. */
const PLAIN_ASCII = /^[\p{ASCII}]*$/u;
const MARKS = /\p{M}/gu;

/** Lower case and without accents: for comparing what people type with what notes say. */
export function fold(text: string): string {
  if (PLAIN_ASCII.test(text)) return text.toLowerCase();
  return text.normalize('NFD').replace(MARKS, '').toLowerCase();
}
