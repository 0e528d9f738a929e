import { sessionId } from '../../core/ids.js';
import { instant, wallClock } from '../../core/local-date.js';
import type { DeliveryOutcome } from '../../store/interfaces/deliveries.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { TutorContext } from '../context.js';

/** After so many daily messages in a row that a person's own settings keep out, none is tried any more. */
const CLOSED_TRIES = 3;

/**
 * What a person has to know of their daily message when they come by: their own privacy settings block it, or it was
 * turned off, because they were gone or kept it out for days. `null` for nothing.
 */
type MissedDaily = 'closed' | 'turned-off' | null;

export async function missedDaily(context: TutorContext, learner: Learner): Promise<MissedDaily> {
  const outcomes = await lastOutcomes(context, learner);
  if (learner.daily.kind === 'on') return outcomes[0] === 'forbidden' ? 'closed' : null;
  return isInVain(outcomes) ? 'turned-off' : null;
}

function lastOutcomes({ store }: TutorContext, { workspaceId, id }: Learner): Promise<readonly DeliveryOutcome[]> {
  return store.deliveries.lastOutcomes(workspaceId, id, CLOSED_TRIES);
}

/** Whether it is tried in vain: somebody is gone, or has kept the message out for days. */
function isInVain(outcomes: readonly DeliveryOutcome[]): boolean {
  const isClosed = outcomes.length === CLOSED_TRIES && outcomes.every((outcome) => outcome === 'forbidden');
  return outcomes[0] === 'gone' || isClosed;
}

/** The person has been told that the message was turned off; from now on it is simply off. */
export async function acknowledgeTurnedOff(context: TutorContext, learner: Learner): Promise<void> {
  const { store, now, newId } = context;
  const { date } = wallClock(now, learner.timeZone);
  // What is written down for today stands after the message that failed. One that failed today is told again tomorrow.
  const { workspaceId, id: learnerId } = learner;
  const claimed = await store.deliveries.claim(
    { workspaceId, learnerId, on: date, sessionId: sessionId(newId()) },
    now,
    instant(now),
  );
  if (claimed !== null) await store.deliveries.finish(claimed, 'nothing-due', now);
}

/** Turns the message off where it is tried in vain; says whether it did. */
export async function turnOffInVain(context: TutorContext, learner: Learner): Promise<boolean> {
  if (!isInVain(await lastOutcomes(context, learner))) return false;
  await context.store.learners.update(learner.workspaceId, learner.id, { daily: { kind: 'off' } });
  return true;
}
