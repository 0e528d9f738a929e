import { type DeckId, type QuizId, quizId } from '../../core/ids.js';
import { dueAt, openingOf } from '../../core/quiz/clock.js';
import { keyOfEvent, type QuizMode } from '../../core/quiz/events.js';
import { replayQuiz } from '../../core/quiz/state.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { TutorContext } from '../context.js';
import { type DeckRef, findDeck } from '../decks/find-deck.js';
import { planQuestions } from './plan-questions.js';
import { type Quiz, readQuiz } from './quiz.js';

/** Where a quiz is played: the destination, and its name. */
export type QuizPlace = { readonly channel: unknown; readonly name: string };

export type QuizWish = {
  readonly place: QuizPlace;
  readonly deck: string | null;
  readonly rounds: number;
  readonly mode: QuizMode;
};

/** The most questions of a quiz, and how many it has unless somebody says otherwise. */
export const MOST_ROUNDS = 20;
export const USUAL_ROUNDS = 5;

type OpenedQuiz =
  | { readonly kind: 'opened'; readonly quiz: Quiz }
  /** Another is open in this place. */
  | { readonly kind: 'busy'; readonly id: QuizId }
  | { readonly kind: 'no-cards' }
  | { readonly kind: 'no-such-deck'; readonly asked: string; readonly decks: readonly DeckRef[] };

/** One for a day stands in nobody's way: a place may have another beside it. */
export function placeName({ name }: QuizPlace, mode: QuizMode): string {
  return mode === 'day' ? `day:${name}` : name;
}

/** Opens a quiz in a place where none is open. */
export async function openQuiz(context: TutorContext, learner: Learner, wish: QuizWish): Promise<OpenedQuiz> {
  const { store, now, newId } = context;
  const { workspaceId } = learner;
  const place = placeName(wish.place, wish.mode);
  const before = await store.quizzes.openIn(workspaceId, place);
  if (before !== null) return { kind: 'busy', id: before };
  const found = wish.deck === null ? null : await findDeck(context, learner, wish.deck);
  if (found?.kind === 'no-such-deck') return found;
  const id = quizId(newId());
  const deck: DeckId | null = found?.deckId ?? null;
  const rounds = Math.max(1, Math.min(MOST_ROUNDS, wish.rounds));
  const questions = await planQuestions(context, learner, { deck, rounds, seed: id });
  if (questions.length === 0) return { kind: 'no-cards' };
  const quiz = {
    workspaceId,
    id,
    place,
    channel: wish.place.channel,
    mode: wish.mode,
    language: learner.language,
    deckName: found?.name ?? null,
    host: learner.id,
    questions,
    createdAt: now,
  };
  const events = openingOf(quiz, learner.id, now);
  const due = dueAt(quiz, replayQuiz(now, events), { stage: null, at: now, events: 0 }) ?? now;
  const keyed = events.map((event) => ({ key: keyOfEvent(event), event }));
  const isOpen = await store.quizzes.open(quiz, keyed, due);
  const known = isOpen ? id : await store.quizzes.openIn(workspaceId, place);
  if (!isOpen) return { kind: 'busy', id: known ?? id };
  const opened = await readQuiz(context, learner, id);
  if (opened === null) throw new Error(`quiz ${id} is gone as soon as it was opened`);
  return { kind: 'opened', quiz: opened };
}
