import { shortHash } from '../core/hash.js';
import type { Progress } from '../core/progress.js';
import type { QuestionKind } from '../core/question-kind.js';
import type { ComparedCard } from './card-facts.js';
import { answersChoice, authoredChoice, type Choice, type Claim, claimOf, namesChoice } from './choice.js';

/** How a card is asked. `typed`: its answer is short enough to be typed, which is suggested. */
export type Asking = { readonly kind: 'reveal' } | { readonly kind: 'typed' } | Choice | Claim;

export const REVEAL: Asking = { kind: 'reveal' };

type AskingOptions = {
  readonly likes: QuestionKind;
  readonly progress: Progress;
  /** A card that was missed in this session is asked plainly. */
  readonly isAgain: boolean;
  /** Of card, learner and day: the same seed asks the same. */
  readonly seed: string;
};

/** Repetitions in a row up to which a card is offered with answers to choose from. */
const YOUNG = 1;
/** Repetitions in a row from which a short answer is typed. */
const MATURE = 3;
/** Words and characters of an answer that is quickly typed. */
const FEW_WORDS = 5;
const FEW_CHARACTERS = 40;
/** Of so many choices, one is a claim instead. */
const CLAIM_EVERY = 4;

/** @param pool cards near it in the notes, itself among them */
export function askingFor(card: ComparedCard, pool: readonly ComparedCard[], options: AskingOptions): Asking {
  const { likes, progress, isAgain, seed } = options;
  if (likes === 'reveal') return REVEAL;
  if (likes === 'typed') return { kind: 'typed' };
  const repetitions = progress.kind === 'new' ? 0 : progress.plan.repetitions;
  if (!isAgain && (likes === 'choice' || repetitions <= YOUNG)) return offer(card, pool, seed) ?? REVEAL;
  return repetitions >= MATURE && isShort(card.back) ? { kind: 'typed' } : REVEAL;
}

/** The answers of the notes, or a choice or a claim of our own; `null` where the notes have nothing to choose from. */
function offer(card: ComparedCard, pool: readonly ComparedCard[], seed: string): Asking | null {
  if (card.choices !== undefined) return authoredChoice(card, seed);
  const lot = Number.parseInt(shortHash([seed, 'kind']).slice(0, 2), 36);
  const claim = lot % CLAIM_EVERY === 0 ? claimOf(card, pool, seed) : null;
  if (claim !== null) return claim;
  const [first, second] = lot % 2 === 0 ? [answersChoice, namesChoice] : [namesChoice, answersChoice];
  return first(card, pool, seed) ?? second(card, pool, seed) ?? claimOf(card, pool, seed);
}

function isShort(back: string): boolean {
  return back.length <= FEW_CHARACTERS && !back.includes('\n') && back.split(/\s+/u).length <= FEW_WORDS;
}
