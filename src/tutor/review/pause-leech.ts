import type { StoredCard } from '../../core/card.js';
import { becomesLeech } from '../../core/leech.js';
import { learningDate } from '../../core/local-date.js';
import type { Progress } from '../../core/progress.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { TutorContext } from '../context.js';

function lapsesOf(progress: Progress): number {
  return progress.kind === 'new' ? 0 : progress.lapses;
}

/**
 * Pauses a card for a learner who keeps forgetting it: asking it again costs more than it teaches. Returns whether it did.
 * Where the process ends before, the card goes on as it was, and its next lapses say it again.
 */
export async function pauseLeech(
  { store, now }: TutorContext,
  { workspaceId, id: learnerId, timeZone }: Learner,
  card: StoredCard,
  { before, after }: { readonly before: Progress; readonly after: Progress },
): Promise<boolean> {
  if (!becomesLeech(lapsesOf(before), lapsesOf(after))) return false;
  const on = learningDate(now, timeZone);
  await store.holds.hold({ workspaceId, learnerId, cardId: card.id, on, at: now, until: null });
  return true;
}
