import { editDistance } from '../core/edit-distance.js';
import { areOpposite, meanTheSame } from '../language/answers.js';
import { cognateShape } from '../language/cognate.js';
import type { AnswerWord } from './read-words.js';

/** How much alike two words are, from 0 to 1: the same form, the same meaning, a slip of the keyboard. */
export const ALIKE = { same: 1, meaning: 0.95, kin: 0.9, slip: 0.85 } as const;

const SHORTEST_SLIP = 5;
const SHORTEST_KIN = 6;

const relations = new Map<string, 'opposite' | 'meaning' | 'slip' | 'kin' | 'none'>();
const MOST_RELATIONS = 20_000;

/** How two folded words are related; the same few are asked about again and again. */
export function relationOf(a: string, b: string) {
  const key = `${a} ${b}`;
  const known = relations.get(key);
  if (known !== undefined) return known;
  const found = areOpposite(a, b)
    ? 'opposite'
    : meanTheSame(a, b)
      ? 'meaning'
      : isSlip(a, b)
        ? 'slip'
        : isKin(a, b)
          ? 'kin'
          : 'none';
  if (relations.size >= MOST_RELATIONS) relations.clear();
  relations.set(key, found);
  return found;
}

/** How much a typed word is like one of the notes. What is exact is alike only where it is the same. */
export function likeness(noted: AnswerWord, given: AnswerWord): number {
  if (noted.kind === 'exact' || given.kind === 'exact') return exactly(noted, given);
  if (noted.folded === given.folded) return ALIKE.same;
  if (noted.kind === 'number' || given.kind === 'number') return 0;
  if (noted.kind === 'letter' || given.kind === 'letter') return 0;
  const { stems } = noted;
  const relation = relationOf(noted.folded, given.folded);
  if (relation === 'opposite') return noted.isDenied === given.isDenied ? 0 : ALIKE.meaning;
  if (stems.en === given.stems.en || stems.es === given.stems.es) return ALIKE.same;
  return relation === 'none' ? 0 : ALIKE[relation];
}

/** Names are compared as they are written, but for capitals; what begins with a hyphen to the letter. */
function exactly(noted: AnswerWord, given: AnswerWord): number {
  if (noted.shown === given.shown) return ALIKE.same;
  if (noted.shown.startsWith('-') || given.shown.startsWith('-')) return 0;
  return noted.folded === given.folded ? ALIKE.same : 0;
}

/** One letter off in a word of five, two in one of eight. */
export function isSlip(a: string, b: string): boolean {
  const shortest = Math.min(a.length, b.length);
  if (shortest < SHORTEST_SLIP) return false;
  const limit = shortest < 8 ? 1 : 2;
  return editDistance(a, b, limit) <= limit;
}

function isKin(a: string, b: string): boolean {
  return Math.min(a.length, b.length) >= SHORTEST_KIN && cognateShape(a) === cognateShape(b);
}

/** A word of which the contrary is said. */
export function contradicts(word: AnswerWord, other: AnswerWord): boolean {
  return word.isDenied === other.isDenied && relationOf(word.folded, other.folded) === 'opposite';
}
