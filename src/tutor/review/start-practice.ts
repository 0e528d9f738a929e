import { sessionLength } from '../../core/day.js';
import { learningDate, weekStart } from '../../core/local-date.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { TutorContext } from '../context.js';
import { type DeckRef, findDeck } from '../decks/find-deck.js';
import { readDay } from './read-day.js';
import { readStep } from './review-step.js';
import { newSession, type StartedReview } from './start-review.js';

/** Practice that moves no schedule: all cards, or what was not known today or since Monday. */
export const PRACTICES = ['cram', 'missed', 'missed-week'] as const;
export type Practice = (typeof PRACTICES)[number];

function kindOf(practice: Practice): 'cram' | 'missed' {
  return practice === 'cram' ? 'cram' : 'missed';
}

/**
 * Goes on with an open practice of that kind, or starts one.
 *
 * @param asked a deck's name, id or key; `null` for all decks
 */
export async function startPractice(
  context: TutorContext,
  learner: Learner,
  practice: Practice,
  asked: string | null,
): Promise<StartedReview> {
  const found = asked === null ? null : await findDeck(context, learner, asked);
  if (found?.kind === 'no-such-deck') return found;
  const deck = found === null ? null : { deckId: found.deckId, name: found.name };
  const { store } = context;
  const on = learningDate(context.now, learner.timeZone);
  const kind = kindOf(practice);
  const open = await store.sessions.current(learner.workspaceId, learner.id, on, deck?.deckId ?? null, kind);
  const step = open === null ? null : await readStep(context, learner, open);
  if (step?.kind === 'question') return { kind: 'continued', step };
  const plan = await cardsFor(context, learner, practice, deck);
  if (plan.length === 0) return { kind: 'nothing-left', day: await readDay(context, learner, deck) };
  const session = { ...newSession(context, learner, on, deck, plan), kind };
  const stands = await store.sessions.begin(session);
  const first = await readStep(context, learner, stands);
  return stands.id === session.id ? { kind: 'started', step: first, beyond: 0 } : { kind: 'continued', step: first };
}

function cardsFor({ store, now }: TutorContext, learner: Learner, practice: Practice, deck: DeckRef | null) {
  const { workspaceId, id, limits, timeZone } = learner;
  const on = learningDate(now, timeZone);
  const [of, length] = [deck?.deckId ?? null, sessionLength(limits)];
  if (practice === 'cram') return store.agenda.toCram(workspaceId, id, on, of, length);
  const since = practice === 'missed' ? on : weekStart(on);
  return store.agenda.missed(workspaceId, id, { since, on }, of, length);
}
