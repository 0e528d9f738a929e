import { LANGUAGES } from '../core/language.js';
import { shippedGlossaryLines } from './glossary.js';
import { searchWords } from './search-words.js';
import { lazySet } from './word-lists.js';

/** Neighbours on a keyboard, to the right and to the left. */
const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'].flatMap((row) => [row, [...row].reverse().join('')]);
const SHORTEST_RUN = 3;
/** So much of a word lies in runs of neighbours: a hand that plays. "property" has one of four letters, and is a word. */
const PLAYED = 0.8;
const SHORTEST_PLAYED = 4;
const HELD = /(.)\1{3}/u;
const REPEATED = /^(.{1,4})\1{2,}.{0,3}$/u;
const CONSONANTS = /[bcdfghjklmnpqrstvwxz]{5}/u;
const SHORTEST_UNSPEAKABLE = 6;
/** Of the three-letter pieces of a word, those that any word of either language has. */
const SPEAKABLE = 0.2;

/** Letters in runs of neighbours. */
function playedLetters(word: string): number {
  let played = 0;
  for (let at = 0; at < word.length; ) {
    let end = at;
    while (end < word.length && ROWS.some((row) => row.includes(word.slice(at, end + 1)))) end += 1;
    if (end - at >= SHORTEST_RUN) played += end - at;
    at = Math.max(at + 1, end - at >= SHORTEST_RUN ? end : at + 1);
  }
  return played;
}

function isPlayed(word: string): boolean {
  return word.length >= SHORTEST_PLAYED && playedLetters(word) >= PLAYED * word.length;
}

function piecesOf(word: string): readonly string[] {
  const padded = `^${word}$`;
  return Array.from({ length: Math.max(0, padded.length - 2) }, (_, at) => padded.slice(at, at + 3));
}

/** The pieces of all words of the glossary. */
const known = lazySet(() =>
  shippedGlossaryLines().flatMap((line) =>
    LANGUAGES.flatMap((language) => line[language].flatMap(searchWords).flatMap(piecesOf)),
  ),
);

/** Hard to say in both languages, and longer than most names that are. */
function isUnspeakable(word: string): boolean {
  if (word.length < SHORTEST_UNSPEAKABLE || !CONSONANTS.test(word)) return false;
  const pieces = piecesOf(word);
  return pieces.filter((piece) => known.has(piece)).length <= SPEAKABLE * pieces.length;
}

/**
 * Whether a folded word is none that anybody means: played on the keyboard, a letter held down, a sound repeated. Told
 * so sparingly, because names are odd too ("nginx", "kubectl", "btrfs"). Other alphabets are left alone.
 */
export function isNonsense(word: string): boolean {
  return HELD.test(word) || REPEATED.test(word) || isPlayed(word) || isUnspeakable(word);
}
