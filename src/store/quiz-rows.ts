import type { QuizEvent } from '../core/quiz/events.js';
import type { KeyedEvent, NewQuiz, StoredQuiz } from './interfaces/quizzes.js';
import type { quizEvents, quizzes } from './schema.js';

type QuizRow = typeof quizzes.$inferSelect;
type EventRow = typeof quizEvents.$inferSelect;
type EventColumns = Omit<typeof quizEvents.$inferInsert, 'workspaceId' | 'quizId' | 'number'>;

export function quizFromRow(row: QuizRow): StoredQuiz {
  const { quizId: id, shownStage: stage, shownAt: at, shownEvents: events, leaseUntil: _, ...columns } = row;
  return { ...columns, id, shown: { stage, at, events } };
}

export function quizColumns({ id: quizId, ...columns }: NewQuiz) {
  return { ...columns, quizId, shownAt: columns.createdAt };
}

export function eventColumns({ key, event }: KeyedEvent): EventColumns {
  const { kind, at } = event;
  switch (event.kind) {
    case 'joined':
      return { key, kind, at, learnerId: event.by, team: event.team };
    case 'started':
    case 'ended':
      return { key, kind, at, learnerId: event.by };
    case 'asked':
      return { key, kind, at, round: event.round, until: event.until };
    case 'answered': {
      const { by: learnerId, round, text, verdict, proof } = event;
      return { key, kind, at, learnerId, round, text, verdict, proof };
    }
    case 'hinted':
      return { key, kind, at, learnerId: event.by, round: event.round };
    case 'revealed':
      return { key, kind, at, round: event.round };
  }
}

/** Throws an `Error` for a row that the checks of the table do not let in. */
export function eventFromRow(row: EventRow): QuizEvent {
  const { kind, at, team } = row;
  const broken = (): never => {
    throw new Error(`event ${row.number} of quiz ${row.quizId} is not whole`);
  };
  const by = () => row.learnerId ?? broken();
  const round = () => row.round ?? broken();
  switch (kind) {
    case 'joined':
      return { kind, at, by: by(), team };
    case 'started':
    case 'ended':
      return { kind, at, by: row.learnerId };
    case 'asked':
      return { kind, at, round: round(), until: row.until ?? broken() };
    case 'answered': {
      const [text, verdict, proof] = [row.text ?? broken(), row.verdict ?? broken(), row.proof ?? broken()];
      return { kind, at, by: by(), round: round(), text, verdict, proof };
    }
    case 'hinted':
      return { kind, at, by: by(), round: round() };
    case 'revealed':
      return { kind, at, round: round() };
  }
}
