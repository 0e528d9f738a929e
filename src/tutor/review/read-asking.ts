import { type Asking, askingFor, REVEAL } from '../../choices/asking.js';
import type { StoredCard } from '../../core/card.js';
import type { Progress } from '../../core/progress.js';
import type { StoredDeck } from '../../store/interfaces/decks.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { Session } from '../../store/interfaces/sessions.js';
import type { TutorContext } from '../context.js';

export type { Asking };

/** Cards on either side, in the notes, among which wrong answers are looked for. */
const NEAR = 100;

type AskedCard = {
  readonly session: Session;
  readonly card: StoredCard;
  readonly deck: StoredDeck | undefined;
  readonly progress: Progress;
  readonly purpose: 'plan' | 'drill';
};

/** How a session asks a card: the same all day, on every device. */
export async function readAsking(
  { lookups }: TutorContext,
  learner: Learner,
  { session, card, deck, progress, purpose }: AskedCard,
): Promise<Asking> {
  if (deck === undefined || learner.questionKind === 'reveal') return REVEAL;
  const cards = await lookups.cards(learner.workspaceId, deck);
  const at = cards.findIndex(({ id }) => id === card.id);
  const pool = cards.slice(Math.max(0, at - NEAR), at + NEAR + 1);
  return askingFor(card, pool, {
    likes: learner.questionKind,
    progress,
    isAgain: purpose === 'drill' && session.kind === 'review',
    seed: `${card.id} ${learner.id} ${session.startedOn}`,
  });
}
