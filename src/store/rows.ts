import {
  type Attribution,
  type CardWithEdits,
  DOUBTS,
  type Passage,
  type PiledCard,
  type StoredCard,
} from '../core/card.js';
import type { DeckId, LearnerId, WorkspaceId } from '../core/ids.js';
import type { Instant } from '../core/local-date.js';
import { NEW_PROGRESS, type Progress, type Reviewed } from '../core/progress.js';
import type { Learner } from './interfaces/learners.js';
import type { Session } from './interfaces/sessions.js';
import { schedulingFromRow } from './scheduling-rows.js';
import type { cards, doubtfulCards, learners, passages, progress, sessions } from './schema.js';

type CardRow = typeof cards.$inferSelect;
type DoubtfulRow = typeof doubtfulCards.$inferSelect;
type PassageRow = typeof passages.$inferSelect;
type LearnerRow = typeof learners.$inferSelect;
type ProgressRow = typeof progress.$inferSelect;
type SessionRow = typeof sessions.$inferSelect;

function markOf(by: LearnerId | null, at: Instant | null): Attribution | null {
  return by === null || at === null ? null : { by, at };
}

export function cardFromRow(row: CardRow): StoredCard {
  const edited = markOf(row.editedBy, row.editedAt);
  const pausedBy = markOf(row.pausedBy, row.pausedAt);
  const takenBy = markOf(row.takenBy, row.takenAt);
  return {
    id: row.cardId,
    deckId: row.deckId,
    passageId: row.passageId,
    kind: row.kind,
    position: row.position,
    paused: row.paused,
    front: row.front,
    back: row.back,
    context: row.context,
    ...(row.hint === null ? {} : { hint: row.hint }),
    ...(row.choices === null ? {} : { choices: row.choices }),
    tags: row.tags,
    source: { file: row.sourceFile, line: row.sourceLine },
    ...(edited === null || row.notesWords === null ? {} : { edit: { ...edited, notes: row.notesWords } }),
    ...(pausedBy === null ? {} : { pausedBy }),
    ...(takenBy === null ? {} : { takenBy }),
  };
}

/** The row of a card that is asked or that a person paused. */
export function cardToRow(workspaceId: WorkspaceId, deckId: DeckId, position: number, card: CardWithEdits): CardRow {
  return {
    workspaceId,
    cardId: card.id,
    deckId,
    passageId: card.passageId,
    kind: card.kind,
    position,
    paused: card.pausedBy !== undefined,
    front: card.front,
    back: card.back,
    context: [...card.context],
    hint: card.hint ?? null,
    choices: card.choices ? [...card.choices] : null,
    tags: [...card.tags],
    sourceFile: card.source.file,
    sourceLine: card.source.line,
    notesWords: card.edit?.notes ?? null,
    editedBy: card.edit?.by ?? null,
    editedAt: card.edit?.at ?? null,
    pausedBy: card.pausedBy?.by ?? null,
    pausedAt: card.pausedBy?.at ?? null,
    takenBy: card.takenBy?.by ?? null,
    takenAt: card.takenBy?.at ?? null,
  };
}

export function piledFromRow(row: DoubtfulRow): PiledCard {
  const refused = markOf(row.refusedBy, row.refusedAt);
  return {
    id: row.cardId,
    passageId: row.passageId,
    kind: row.kind,
    position: row.position,
    front: row.front,
    back: row.back,
    context: row.context,
    ...(row.hint === null ? {} : { hint: row.hint }),
    ...(row.choices === null ? {} : { choices: row.choices }),
    tags: row.tags,
    source: { file: row.sourceFile, line: row.sourceLine },
    // A reason that another version stored is unknown here; `worth` is the most general one.
    doubt: { reason: DOUBTS.find((reason) => reason === row.reason) ?? 'worth', score: row.score },
    ...(refused === null ? {} : { refused }),
  };
}

export function piledToRow(workspaceId: WorkspaceId, deckId: DeckId, card: PiledCard): DoubtfulRow {
  return {
    workspaceId,
    deckId,
    cardId: card.id,
    passageId: card.passageId,
    kind: card.kind,
    position: card.position,
    front: card.front,
    back: card.back,
    context: [...card.context],
    hint: card.hint ?? null,
    choices: card.choices ? [...card.choices] : null,
    tags: [...card.tags],
    sourceFile: card.source.file,
    sourceLine: card.source.line,
    reason: card.doubt.reason,
    score: card.doubt.score,
    refusedBy: card.refused?.by ?? null,
    refusedAt: card.refused?.at ?? null,
  };
}

export function passageFromRow(row: PassageRow): Passage {
  return {
    id: row.passageId,
    kind: row.kind,
    sectionId: row.sectionId,
    title: row.title,
    headings: row.headings,
    aliases: row.aliases,
    body: row.body,
    source: { file: row.sourceFile, line: row.sourceLine },
    ...(row.sourceUrl === null ? {} : { url: row.sourceUrl }),
    language: row.language,
  };
}

export function passageToRow(workspaceId: WorkspaceId, deckId: DeckId, position: number, passage: Passage): PassageRow {
  return {
    workspaceId,
    deckId,
    passageId: passage.id,
    sectionId: passage.sectionId,
    kind: passage.kind,
    position,
    title: passage.title,
    headings: [...passage.headings],
    aliases: [...passage.aliases],
    body: passage.body,
    sourceFile: passage.source.file,
    sourceLine: passage.source.line,
    sourceUrl: passage.url ?? null,
    language: passage.language,
  };
}

export function learnerFromRow(row: LearnerRow): Learner {
  return {
    workspaceId: row.workspaceId,
    id: row.learnerId,
    name: row.name,
    language: row.language,
    timeZone: row.timeZone,
    timeZoneFrom: row.timeZoneFrom,
    daily:
      row.dailyHour === null
        ? { kind: 'off' }
        : { kind: 'on', hour: row.dailyHour, minute: row.dailyMinute, from: row.dailyFrom },
    limits: { newPerDay: row.newPerDay, reviewsPerDay: row.reviewsPerDay, perSession: row.perSession },
    questionKind: row.questionKind,
    scheduling: schedulingFromRow(row),
    destination: row.destination,
    managedAt: row.managedAt,
  };
}

export function progressFromRow(row: ProgressRow | null | undefined): Progress {
  if (!row) return NEW_PROGRESS;
  return {
    kind: 'reviewed',
    plan: { repetitions: row.repetitions, easeHundredths: row.easeHundredths, intervalDays: row.intervalDays },
    ...(row.stability === null || row.difficulty === null
      ? {}
      : { memory: { stability: row.stability, difficulty: row.difficulty } }),
    due: row.due,
    lastReviewedOn: row.lastReviewedOn,
    reviews: row.reviews,
    lapses: row.lapses,
  };
}

/** The columns of a snapshot beside its key. */
export function progressColumns({ plan, memory, due, lastReviewedOn, reviews, lapses }: Reviewed) {
  const { stability, difficulty } = memory ?? { stability: null, difficulty: null };
  return { ...plan, stability, difficulty, due, lastReviewedOn, reviews, lapses };
}

export function sessionFromRow(row: SessionRow): Session {
  return {
    workspaceId: row.workspaceId,
    id: row.sessionId,
    learnerId: row.learnerId,
    deckId: row.deckId,
    kind: row.kind,
    plan: row.plan,
    startedAt: row.startedAt,
    startedOn: row.startedOn,
    endedAt: row.endedAt,
  };
}
