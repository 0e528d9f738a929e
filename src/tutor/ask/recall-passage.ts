import type { Passage } from '../../core/card.js';
import { type LocalDate, learningDate } from '../../core/local-date.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { TutorContext } from '../context.js';

/** What the learner remembers of a passage's cards. */
export type Memory =
  | { readonly kind: 'no-cards' }
  | { readonly kind: 'not-yet'; readonly cards: number }
  /** Added to the reviews: they come first in the next one. */
  | { readonly kind: 'next'; readonly cards: number }
  | {
      readonly kind: 'learning';
      readonly lastOn: LocalDate;
      /** Whether a card of that day was not known. */
      readonly missed: boolean;
      readonly due: LocalDate;
      readonly today: LocalDate;
    };

/** What a learner's reviews say about a passage: of a term its own cards, else those of its section. */
export async function recallPassage(context: TutorContext, learner: Learner, passage: Passage): Promise<Memory> {
  const { store, now } = context;
  const cards = await store.progress.ofSection(learner.workspaceId, learner.id, passage.sectionId);
  if (cards.length === 0) return { kind: 'no-cards' };
  const own = cards.filter(({ card }) => passage.kind === 'section' || card.passageId === passage.id);
  const asked = own.length > 0 ? own : cards;
  const reviewed = asked.map(({ progress }) => progress).filter((progress) => progress.kind === 'reviewed');
  if (reviewed.length === 0) {
    return { kind: asked.every(({ picked }) => picked) ? 'next' : 'not-yet', cards: asked.length };
  }
  const lastOn = reviewed.map((progress) => progress.lastReviewedOn).reduce((a, b) => (a > b ? a : b));
  const due = reviewed.map((progress) => progress.due).reduce((a, b) => (a < b ? a : b));
  // SM-2 starts the repetitions from the beginning when an answer fails.
  const missed = reviewed.some(({ lastReviewedOn, plan }) => lastReviewedOn === lastOn && plan.repetitions === 0);
  return { kind: 'learning', lastOn, missed, due, today: learningDate(now, learner.timeZone) };
}
