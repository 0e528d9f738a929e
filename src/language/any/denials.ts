import { pattern } from '../../core/word-pattern.js';
import { anyList, anySet } from '../lists.js';

const TURN = pattern(
  'iu',
)`[;:]|,?\s${anyList('turns')}\s|,?\s${anyList('turns before denial')}\s(?=${anyList('turning denials')}\s)`;
const DENIALS = anySet('denials');

/** Whether a folded word denies what a sentence says. */
export function isDenial(word: string): boolean {
  return DENIALS.has(word);
}

/** A sentence parted where one thing is said and then another denied, or the other way round. */
export function clausesAround(sentence: string): readonly string[] {
  return sentence.split(TURN());
}
