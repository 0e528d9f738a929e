import { decideDaily, startsBy } from '../../core/daily.js';
import { waitingIn } from '../../core/day.js';
import { DAY_ROLLOVER_HOUR, type Instant, instant, wallClock } from '../../core/local-date.js';
import type { Deliveries, Delivery } from '../../store/interfaces/deliveries.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { TutorContext } from '../context.js';
import { turnOffInVain } from './missed-daily.js';
import { readDay } from './read-day.js';
import { type ReviewQuestion, readSessionState, stepOf } from './review-step.js';
import { planReview } from './start-review.js';

/** A claimed daily message, which only this process may send now. */
export type PreparedDaily = {
  readonly learner: Learner;
  readonly delivery: Delivery;
  readonly question: ReviewQuestion;
  /** Cards in the session: due ones, and new ones. */
  readonly due: number;
  readonly fresh: number;
  /** Cards that wait today beyond the session. */
  readonly rest: number;
};

/** How long sending may take before another process may try. */
const LEASE_MS = 5 * 60_000;

/**
 * Claims today's message for a learner, opens its session and reads its first card. `null` where there is nothing to
 * send: it is claimed by another process, not wanted, or no card waits (which is stored, so that it is not tried
 * again today).
 */
export async function prepareDaily(context: TutorContext, learner: Learner): Promise<PreparedDaily | null> {
  const { store, now } = context;
  const clock = wallClock(now, learner.timeZone);
  const { session: planned } = await planReview(context, learner, null);
  const decision = decideDaily(learner.daily, clock, null, planned.plan.length);
  if (decision.kind === 'wait' && decision.reason !== 'nothing-due') return null;
  // Until the learner's day begins, more cards may become due; the next round checks again.
  if (decision.kind === 'wait' && clock.hour < DAY_ROLLOVER_HOUR) return null;
  const delivery = await claim(store.deliveries, now, {
    workspaceId: learner.workspaceId,
    learnerId: learner.id,
    on: clock.date,
    sessionId: planned.id,
  });
  if (delivery === null) return null;
  if (decision.kind === 'wait') {
    await store.deliveries.finish(delivery, 'nothing-due', now);
    return null;
  }
  // After a crash the claim has the first try's session, so that the repeated message has the same buttons.
  await store.sessions.open({ ...planned, id: delivery.sessionId });
  return readPrepared(context, learner, delivery);
}

/** Takes over a message whose sender died between the claim and the outcome. */
export async function resumeDaily(context: TutorContext, abandoned: Delivery): Promise<PreparedDaily | null> {
  const { store, now } = context;
  const learner = await store.learners.get(abandoned.workspaceId, abandoned.learnerId);
  if (learner === null) return null;
  const delivery = await claim(store.deliveries, now, abandoned);
  if (delivery === null) return null;
  // A message of an earlier day, or one that is no longer wanted, is not sent late.
  if (!startsBy(learner.daily, delivery.on) || wallClock(now, learner.timeZone).date !== delivery.on) {
    await store.deliveries.finish(delivery, 'nothing-due', now);
    return null;
  }
  const { session: planned } = await planReview(context, learner, null);
  await store.sessions.open({ ...planned, id: delivery.sessionId });
  return readPrepared(context, learner, delivery);
}

function claim(deliveries: Deliveries, now: Instant, delivery: Delivery): Promise<Delivery | null> {
  return deliveries.claim(delivery, now, instant(now + LEASE_MS));
}

async function readPrepared(
  context: TutorContext,
  learner: Learner,
  delivery: Delivery,
): Promise<PreparedDaily | null> {
  const session = await context.store.sessions.get(delivery.workspaceId, delivery.sessionId);
  const standing = session === null ? null : await readSessionState(context, session);
  const step = session && standing && (await stepOf(context, learner, session, standing));
  if (standing === null || step === null || step.kind !== 'question') {
    await context.store.deliveries.finish(delivery, 'nothing-due', context.now);
    return null;
  }
  const fresh = standing.cards.filter(({ progress }) => progress.kind === 'new').length;
  const { counts } = await readDay(context, learner, null);
  const rest = Math.max(0, waitingIn(counts) - step.of);
  return { learner, delivery, question: step, due: step.of - fresh, fresh, rest };
}

/** Stores a message's outcome, so that it is not sent again; says whether the next ones are turned off. */
export async function finishDaily(
  context: TutorContext,
  { delivery, learner }: Pick<PreparedDaily, 'delivery' | 'learner'>,
  outcome: 'sent' | 'gone' | 'forbidden',
): Promise<'on' | 'turned-off'> {
  await context.store.deliveries.finish(delivery, outcome, context.now);
  if (outcome === 'sent') return 'on';
  return (await turnOffInVain(context, learner)) ? 'turned-off' : 'on';
}
