import { type Brand, brand } from './brand.js';

/** A team's space on one platform, such as `web:local`. Every row of data belongs to one. */
export type WorkspaceId = Brand<string, 'WorkspaceId'>;
/** A person within a workspace, as the platform names them. */
export type LearnerId = Brand<string, 'LearnerId'>;
/** A deck's name as a slug, such as `docker`. */
export type DeckId = Brand<string, 'DeckId'>;
/** A card. Stays the same when the notes are read again. */
export type CardId = Brand<string, 'CardId'>;
/** A section of the notes, or one term within it. */
export type PassageId = Brand<string, 'PassageId'>;
/** A change that waits for somebody's decision. */
export type DraftId = Brand<string, 'DraftId'>;
/** What somebody asked; the same words have the same id. */
export type QuestionId = Brand<string, 'QuestionId'>;
/** One quiz of a team. */
export type QuizId = Brand<string, 'QuizId'>;
/** One session of reviews. */
export type SessionId = Brand<string, 'SessionId'>;

const MAX_ID_LENGTH = 128;

/** Throws a `RangeError` for an empty id or one of over 128 characters. */
function checked(kind: string, value: string): string {
  if (value.length === 0 || value.length > MAX_ID_LENGTH) {
    throw new RangeError(`a ${kind} id has 1 to ${MAX_ID_LENGTH} characters, got ${value.length}`);
  }
  return value;
}

export function workspaceId(value: string): WorkspaceId {
  return brand<WorkspaceId>(checked('workspace', value));
}
export function learnerId(value: string): LearnerId {
  return brand<LearnerId>(checked('learner', value));
}
export function deckId(value: string): DeckId {
  return brand<DeckId>(checked('deck', value));
}
export function cardId(value: string): CardId {
  return brand<CardId>(checked('card', value));
}
export function passageId(value: string): PassageId {
  return brand<PassageId>(checked('passage', value));
}
export function draftId(value: string): DraftId {
  return brand<DraftId>(checked('draft', value));
}
export function questionId(value: string): QuestionId {
  return brand<QuestionId>(checked('question', value));
}
export function quizId(value: string): QuizId {
  return brand<QuizId>(checked('quiz', value));
}
export function sessionId(value: string): SessionId {
  return brand<SessionId>(checked('session', value));
}
