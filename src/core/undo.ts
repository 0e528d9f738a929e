import type { CardId } from './ids.js';
import type { LocalDate } from './local-date.js';
import {
  EXACT_SM2,
  type LogEntry,
  type Numbered,
  type Progress,
  replay,
  type Scheduler,
  standing,
} from './progress.js';

/** An entry of a learner's log with its place in a session. */
export type PlacedEntry = Numbered<LogEntry> & { readonly turn: number };

/** Why an answer stays as it is. */
export type UndoRefusal =
  /** There is no such answer. */
  | 'no-answer'
  /** It was taken back before. */
  | 'known'
  /** Its session has a later answer. */
  | 'not-latest'
  /** The same card was reviewed elsewhere since; that review would be lost. */
  | 'reviewed-since'
  /** It is of an earlier day, which is counted already. */
  | 'too-late';

export type UndoDecision =
  | {
      readonly kind: 'undo';
      readonly number: number;
      readonly cardId: CardId;
      /** The card's progress before the answer. */
      readonly progress: Progress;
    }
  | { readonly kind: UndoRefusal };

/**
 * Whether what a session was told at a turn (an answer, or to put the card off) can be taken back, and what the card's
 * progress is then.
 *
 * @param session all entries of the session, in order of turn
 * @param ofCard all of the learner's entries on the answer's card, oldest first
 * @param on the learner's date of today
 */
export function decideUndo(
  session: readonly PlacedEntry[],
  ofCard: readonly PlacedEntry[],
  turn: number,
  on: LocalDate,
  scheduler: Scheduler = EXACT_SM2,
): UndoDecision {
  const asked = session.find((entry) => entry.turn === turn);
  if (asked === undefined || asked.purpose === 'undo' || asked.purpose === 'restored') return { kind: 'no-answer' };
  const { number, cardId } = asked;
  if (session.some((entry) => entry.purpose === 'undo' && entry.takesBack === number)) return { kind: 'known' };
  if (standing(session).at(-1)?.number !== number) return { kind: 'not-latest' };
  if (asked.on !== on) return { kind: 'too-late' };
  const others = ofCard.filter((entry) => entry.number !== number);
  if (asked.purpose === 'plan' && movesAfter(others, number)) return { kind: 'reviewed-since' };
  return { kind: 'undo', number, cardId, progress: replay(others, scheduler) };
}

/** Whether the schedule was moved again after an entry. */
function movesAfter(entries: readonly PlacedEntry[], number: number): boolean {
  return standing(entries).some(
    (entry) => entry.number > number && (entry.purpose === 'plan' || entry.purpose === 'restored'),
  );
}
