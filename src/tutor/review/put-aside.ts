import type { StoredCard } from '../../core/card.js';
import { addDays, learningDate } from '../../core/local-date.js';
import type { PausedCard } from '../../store/interfaces/holds.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { TutorContext } from '../context.js';
import { findCard } from '../decks/edit-card.js';
import { openSession, type SessionPress, type StalePress } from './open-session.js';
import { type ReviewStep, readStep } from './review-step.js';

export type { PausedCard };

/** For how long: to the end of the session, until tomorrow, or until the learner resumes it. */
export const ASIDE = ['skip', 'bury', 'pause'] as const;
export type Aside = (typeof ASIDE)[number];

type PutAside =
  | { readonly kind: 'aside'; readonly card: StoredCard; readonly step: ReviewStep }
  /** That turn is over; the session is at `step`. */
  | { readonly kind: 'answered'; readonly step: ReviewStep }
  | StalePress;

/** Puts the card that a session asks aside, for this learner alone. Its schedule stays. */
export async function putAside(
  context: TutorContext,
  learner: Learner,
  press: SessionPress & { readonly aside: Aside },
): Promise<PutAside> {
  const { store, now } = context;
  const opened = await openSession(context, learner, press);
  if (opened.kind !== 'current') return opened;
  const { session, turn, card } = opened.question;
  const on = learningDate(now, learner.timeZone);
  const place = { workspaceId: learner.workspaceId, learnerId: learner.id, cardId: card.id, on, at: now };
  if (press.aside === 'skip') await store.reviews.skip({ ...place, sessionId: session.id, turn });
  else await store.holds.hold({ ...place, until: press.aside === 'bury' ? addDays(on, 1) : null });
  return { kind: 'aside', card, step: await readStep(context, learner, session) };
}

/** The cards that the learner has paused for themselves, latest first. */
export function ownPaused({ store }: TutorContext, { workspaceId, id }: Learner): Promise<readonly PausedCard[]> {
  return store.holds.paused(workspaceId, id);
}

/**
 * Brings a card back that the learner had put aside.
 *
 * @param ref the card's id, or its short reference
 */
export async function bringBack(context: TutorContext, learner: Learner, ref: string): Promise<StoredCard | null> {
  const card = await findCard(context, learner, ref);
  if (card !== null) await context.store.holds.release(learner.workspaceId, learner.id, [card.id]);
  return card;
}
