import type { Evidence } from './evidence.js';
import type { LookupHit } from './found.js';

/** Whether the notes say it, come close, or do neither. */
export type Certainty = 'answer' | 'near' | 'none';

/** With a smaller share of the question a passage is not even close. */
const MIN_NEAR = 0.3;
/** From this share on a passage may answer. */
const MIN_COVERAGE = 0.33;
/** With a smaller share in one sentence a passage only comes close. */
const MIN_SAID = 0.28;
/** From this share on a sentence may leave out a name: the notes call it otherwise. */
const SURELY_SAID = 0.75;

/**
 * Chosen on one half of questions that a text answers and of such that only sound as if it did.
 *
 * @param coverage the share of the question that the best text has, 0 to 1
 */
export function certaintyOf(best: LookupHit | undefined, coverage: number, evidence: Evidence | null): Certainty {
  if (best === undefined) return 'none';
  if (best.match !== 'text') return 'answer';
  if (coverage < MIN_NEAR || evidence === null) return 'none';
  const { said, grip, lacksName, lacksWord, lacksDenial, lacksTime } = evidence;
  if (grip === 'guessed') return 'none';
  const isDoubtful =
    grip === 'translated' || lacksWord || lacksDenial || lacksTime || (lacksName && said < SURELY_SAID);
  return !isDoubtful && coverage >= MIN_COVERAGE && said >= MIN_SAID ? 'answer' : 'near';
}
