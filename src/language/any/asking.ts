import { type Pattern, pattern } from '../../core/word-pattern.js';
import { anyList, anySet } from '../lists.js';
import { fold } from '../text.js';

/** What a question asks for. What answers it holds such a thing. */
export type Wanted = 'person' | 'time' | 'number' | 'reason' | 'way' | 'difference' | 'several' | 'yes or no';

/** Lists are folded here: what is asked is folded before it is looked at. */
function folded(list: () => readonly string[]): () => readonly string[] {
  return () => list().map(fold);
}

/** "When" asks only at the beginning: "what happens when …" does not. */
const ASKS: readonly (readonly [Wanted, Pattern])[] = [
  ['person', pattern('')`(?:^| )${folded(anyList('asks for a person'))}(?= |$)`],
  ['time', pattern('')`^(?:\S+ )?${folded(anyList('asks for a time'))}(?= |$)`],
  ['number', pattern('')`(?:^| )${folded(anyList('asks for a number'))}(?= |$)`],
  ['reason', pattern('')`(?:^| )${folded(anyList('asks for a reason'))}(?= |$)`],
  ['way', pattern('')`(?:^| )${folded(anyList('asks for a way'))}(?= |$)`],
  ['difference', pattern('')`(?:^| )${folded(anyList('asks for a difference'))}(?= |$)`],
  ['several', pattern('')`(?:^| )${folded(anyList('asks for several'))}(?= |$)`],
];
const OPENS_YES_OR_NO = pattern('')`^${folded(anyList('opens yes or no questions'))} `;
const REASON = pattern('')`(?:^| )${folded(anyList('gives a reason'))}(?= |$)`;
const NUMBER_WORDS = anySet('number words');
const FRAME = anySet('question frame');
const YES_AND_NO = anySet('yes and no');
const DIGIT = /\p{N}/u;

/** What folded words ask for, by the words of asking; nothing where they only name a thing. */
export function wantedBy(words: readonly string[]): ReadonlySet<Wanted> {
  const said = words.join(' ');
  const wanted = new Set(ASKS.filter(([, asks]) => asks().test(said)).map(([kind]): Wanted => kind));
  if (wanted.size === 0 && OPENS_YES_OR_NO().test(said)) wanted.add('yes or no');
  return wanted;
}

/** Whether a folded word asks for nothing in particular: "what", "does", "for". */
export function isFrame(word: string): boolean {
  return FRAME.has(word);
}

/** "42", "two", "none". */
export function isNumber(word: string): boolean {
  return DIGIT.test(word) || NUMBER_WORDS.has(word);
}

/** Whether a text that begins with this folded word may answer with yes or no. */
export function opensYesOrNo(word: string): boolean {
  return YES_AND_NO.has(word);
}

/** Whether folded words give a reason. */
export function givesReason(words: readonly string[]): boolean {
  return REASON().test(words.join(' '));
}
