import type { QuizId } from '../../core/ids.js';
import { learningDate } from '../../core/local-date.js';
import { missedBy } from '../../core/quiz/score.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { TutorContext } from '../context.js';
import { GONE, type Gone, type Quiz, type QuizQuestion, readQuiz } from './quiz.js';

export type QuizMisses =
  | Gone
  /** They took no part. */
  | { readonly kind: 'not-in-it' }
  | { readonly kind: 'misses'; readonly quiz: Quiz; readonly missed: readonly QuizQuestion[] };

/** What somebody did not know in a quiz. */
export async function readMisses(context: TutorContext, learner: Learner, id: QuizId): Promise<QuizMisses> {
  const quiz = await readQuiz(context, learner, id);
  if (quiz === null) return GONE;
  if (!quiz.state.players.has(learner.id)) return { kind: 'not-in-it' };
  const missed = missedBy(quiz.state, learner.id).flatMap((round) => quiz.questions[round] ?? []);
  return { kind: 'misses', quiz, missed };
}

/** Puts what somebody missed into their reviews. Cards that they know already keep their plan. */
export async function addMisses(
  context: TutorContext,
  learner: Learner,
  id: QuizId,
): Promise<Gone | { readonly kind: 'added'; readonly added: number; readonly already: number }> {
  const { store, now } = context;
  const { workspaceId } = learner;
  const found = await readMisses(context, learner, id);
  if (found.kind !== 'misses') return GONE;
  const wanted = found.missed.map(({ card }) => card);
  const existing = (await store.decks.cardsById(workspaceId, wanted)).map((card) => card.id);
  const progress = await store.progress.ofCards(workspaceId, learner.id, existing);
  const unseen = existing.filter((card) => (progress.get(card)?.kind ?? 'new') === 'new');
  const added = await store.agenda.pick(workspaceId, learner.id, unseen, now);
  // The next start makes a new plan, with the picked cards first.
  const on = learningDate(now, learner.timeZone);
  if (added > 0) await store.sessions.closeReviews(workspaceId, learner.id, on, now);
  return { kind: 'added', added, already: existing.length - added };
}
