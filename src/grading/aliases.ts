import { fold } from '../core/text.js';

/** Another name for what the notes call `meaning`. */
export type Alias = { readonly alias: string; readonly meaning: string };

/** As many ways to read an answer at most. */
const MOST_READINGS = 4;

/** What was typed, and the same with the names that people taught in place of one another. */
export function withAliases(given: string, aliases: readonly Alias[]): readonly string[] {
  const readings = aliases.flatMap(({ alias, meaning }) => [
    ...replaced(given, alias, meaning),
    ...replaced(given, meaning, alias),
  ]);
  const all = aliases.reduce((text, { alias, meaning }) => replaced(text, alias, meaning)[0] ?? text, given);
  return [...new Set([given, all, ...readings])].slice(0, MOST_READINGS);
}

function replaced(text: string, name: string, by: string): readonly string[] {
  const [key, folded] = [fold(name).trim(), foldedInPlace(text)];
  if (key === '' || folded.length !== text.length) return [];
  let at = folded.indexOf(key);
  while (at >= 0) {
    if (isWhole(folded, at, at + key.length)) return [`${text.slice(0, at)}${by}${text.slice(at + key.length)}`];
    at = folded.indexOf(key, at + 1);
  }
  return [];
}

/** Folded letter by letter, so that places stay what they are. */
function foldedInPlace(text: string): string {
  return text.replace(/[^\p{ASCII}]|[A-Z]/gu, (letter) => {
    const bare = fold(letter);
    return bare.length === letter.length ? bare : letter;
  });
}

function isWhole(text: string, start: number, end: number): boolean {
  const isWord = (letter: string | undefined) => letter !== undefined && /[\p{L}\p{N}]/u.test(letter);
  return !isWord(text[start - 1]) && !isWord(text[end]);
}
