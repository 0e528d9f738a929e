import { anySet } from '../lists.js';

const CHATTER = anySet('chatter');
const BESIDE = anySet('beside chatter');
const LAUGHTER = /^(?:[jh][aeio]){2,}[jh]?$/u;
const HELD = /(\p{L})\1+$/u;

/** Greetings, thanks, laughter and the like, and what people type to see whether something happens. */
export function isChatter(word: string): boolean {
  return CHATTER.has(word) || CHATTER.has(word.replace(HELD, '$1')) || LAUGHTER.test(word);
}

/** What goes with them, and says something elsewhere. */
export function goesWithChatter(word: string): boolean {
  return BESIDE.has(word);
}
