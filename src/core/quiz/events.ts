import type { Proof } from '../grade.js';
import type { LearnerId } from '../ids.js';
import type { Instant } from '../local-date.js';

/**
 * `classic`: everybody for themselves · `sudden`: a wrong answer and one is out · `teams`: red against blue · `day`: open
 * for a day, everybody answers when they like.
 */
export const QUIZ_MODES = ['classic', 'sudden', 'teams', 'day'] as const;
export type QuizMode = (typeof QUIZ_MODES)[number];

export const QUIZ_TEAMS = ['red', 'blue'] as const;
export type QuizTeam = (typeof QUIZ_TEAMS)[number];

/** What an answer is worth. */
export type QuizVerdict = 'right' | 'partial' | 'wrong';

type By = { readonly by: LearnerId };
type InRound = { readonly round: number };

/** What has happened in a quiz, in the order in which it was written down. Rounds count from 0. */
export type QuizEvent = { readonly at: Instant } & (
  | ({ readonly kind: 'joined'; readonly team: QuizTeam | null } & By)
  /** `by` is `null` where the time had come. */
  | { readonly kind: 'started'; readonly by: LearnerId | null }
  /** `until`: answers count when they were given by then. */
  | ({ readonly kind: 'asked'; readonly until: Instant } & InRound)
  | ({
      readonly kind: 'answered';
      /** The words that were typed, or the key of the choice. */
      readonly text: string;
      readonly verdict: QuizVerdict;
      readonly proof: Exclude<Proof, 'self'>;
    } & By &
      InRound)
  | ({ readonly kind: 'hinted' } & By & InRound)
  | ({ readonly kind: 'revealed' } & InRound)
  /** `by` is `null` where it came to its end. */
  | { readonly kind: 'ended'; readonly by: LearnerId | null }
);

export type QuizEventKind = QuizEvent['kind'];

/** Answers of one person to one question that are kept, where one may try again. */
export const MOST_TRIES = 20;

/**
 * Names an event in its quiz: what happens a second time, such as a press that is delivered twice, has the same key.
 *
 * @param attempt of typed answers, from 1; the only one where choices are shown
 */
export function keyOfEvent(event: QuizEvent, attempt = 1): string {
  switch (event.kind) {
    case 'joined':
      return `joined:${event.by}`;
    case 'started':
    case 'ended':
      return event.kind;
    case 'asked':
    case 'revealed':
      return `${event.kind}:${event.round}`;
    case 'answered':
      return `answered:${event.round}:${attempt}:${event.by}`;
    case 'hinted':
      return `hinted:${event.round}:${event.by}`;
  }
}
