import { sql } from 'drizzle-orm';
import {
  check,
  doublePrecision,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { Proof, Quality } from '../../core/grade.js';
import type { CardId, DeckId, LearnerId, SessionId, WorkspaceId } from '../../core/ids.js';
import type { LogEntry } from '../../core/progress.js';
import type { SessionKind } from '../interfaces/sessions.js';
import { instantColumn, localDateColumn } from './columns.js';
import { cards, decks } from './decks.js';
import { learners } from './learners.js';

export const sessions = pgTable(
  'sessions',
  {
    workspaceId: text('workspace_id').$type<WorkspaceId>().notNull(),
    sessionId: text('session_id').$type<SessionId>().notNull(),
    learnerId: text('learner_id').$type<LearnerId>().notNull(),
    deckId: text('deck_id').$type<DeckId>(),
    kind: text('kind').$type<SessionKind>().notNull().default('review'),
    plan: text('plan').array().$type<CardId[]>().notNull(),
    startedAt: instantColumn('started_at').notNull(),
    startedOn: localDateColumn('started_on').notNull(),
    endedAt: instantColumn('ended_at'),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.sessionId] }),
    foreignKey({
      name: 'sessions_learner_fk',
      columns: [table.workspaceId, table.learnerId],
      foreignColumns: [learners.workspaceId, learners.learnerId],
    }),
    foreignKey({
      name: 'sessions_deck_fk',
      columns: [table.workspaceId, table.deckId],
      foreignColumns: [decks.workspaceId, decks.deckId],
    }),
    index('sessions_open_idx')
      .on(table.workspaceId, table.learnerId, table.startedOn)
      .where(sql`${table.endedAt} is null`),
    check('sessions_kind_check', sql`${table.kind} in ('review', 'quiz', 'cram', 'missed')`),
  ],
);

/**
 * Append-only. `number` counts a learner's reviews from 1 and is the order of replay; `quality`, `local_date` and
 * `purpose` are what replay needs, with `due_after` where the learner's cards are balanced. The plan before and after is stored beside them, so that a question about the past
 * (was it overdue, how far did it move) needs no replay: both are null for a card that was new, and stays new.
 *
 * A row of purpose `restored` is no answer: it holds an imported plan, in columns that only it uses. Nor are `skip`, by
 * which a card comes at the end of its session, and `undo`, which takes back the answer of the number `takes_back`.
 */
export const reviews = pgTable(
  'reviews',
  {
    workspaceId: text('workspace_id').$type<WorkspaceId>().notNull(),
    learnerId: text('learner_id').$type<LearnerId>().notNull(),
    number: integer('number').notNull(),
    sessionId: text('session_id').$type<SessionId>().notNull(),
    turn: integer('turn').notNull(),
    cardId: text('card_id').$type<CardId>().notNull(),
    quality: integer('quality').$type<Quality>().notNull(),
    purpose: text('purpose').$type<LogEntry['purpose']>().notNull(),
    proof: text('proof').$type<Proof>().notNull().default('self'),
    on: localDateColumn('local_date').notNull(),
    at: instantColumn('reviewed_at').notNull(),
    intervalDaysBefore: integer('interval_days_before'),
    dueBefore: localDateColumn('due_before'),
    intervalDaysAfter: integer('interval_days_after'),
    easeHundredthsAfter: integer('ease_hundredths_after'),
    dueAfter: localDateColumn('due_after'),
    repetitionsAfter: integer('repetitions_after'),
    lastReviewedAfter: localDateColumn('last_reviewed_after'),
    reviewsAfter: integer('reviews_after'),
    lapsesAfter: integer('lapses_after'),
    takesBack: integer('takes_back'),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.learnerId, table.number] }),
    uniqueIndex('reviews_turn_key').on(table.workspaceId, table.sessionId, table.turn),
    uniqueIndex('reviews_taken_back_key')
      .on(table.workspaceId, table.learnerId, table.takesBack)
      .where(sql`${table.takesBack} is not null`),
    index('reviews_date_idx').on(table.workspaceId, table.on, table.learnerId),
    foreignKey({
      name: 'reviews_learner_fk',
      columns: [table.workspaceId, table.learnerId],
      foreignColumns: [learners.workspaceId, learners.learnerId],
    }),
    foreignKey({
      name: 'reviews_session_fk',
      columns: [table.workspaceId, table.sessionId],
      foreignColumns: [sessions.workspaceId, sessions.sessionId],
    }),
    foreignKey({
      name: 'reviews_card_fk',
      columns: [table.workspaceId, table.cardId],
      foreignColumns: [cards.workspaceId, cards.cardId],
    }),
    check('reviews_number_check', sql`${table.number} >= 1`),
    check('reviews_turn_check', sql`${table.turn} >= 1`),
    check('reviews_quality_check', sql`${table.quality} between 0 and 5`),
    check('reviews_purpose_check', sql`${table.purpose} in ('plan', 'drill', 'restored', 'skip', 'undo')`),
    check('reviews_takes_back_check', sql`(${table.purpose} = 'undo') = (${table.takesBack} is not null)`),
    check('reviews_proof_check', sql`${table.proof} in ('self', 'typed', 'chosen')`),
    check(
      'reviews_restored_check',
      sql`(${table.purpose} = 'restored') = (num_nulls(${table.repetitionsAfter}, ${table.lastReviewedAfter},
        ${table.reviewsAfter}, ${table.lapsesAfter}) = 0)`,
    ),
  ],
);

/** The sum of a card's reviews. A card without a row was never reviewed. */
export const progress = pgTable(
  'progress',
  {
    workspaceId: text('workspace_id').$type<WorkspaceId>().notNull(),
    learnerId: text('learner_id').$type<LearnerId>().notNull(),
    cardId: text('card_id').$type<CardId>().notNull(),
    repetitions: integer('repetitions').notNull(),
    easeHundredths: integer('ease_hundredths').notNull(),
    intervalDays: integer('interval_days').notNull(),
    /** FSRS's memory of the card; both null where SM-2 plans. */
    stability: doublePrecision('stability'),
    difficulty: doublePrecision('difficulty'),
    due: localDateColumn('due').notNull(),
    lastReviewedOn: localDateColumn('last_reviewed_on').notNull(),
    reviews: integer('reviews').notNull(),
    lapses: integer('lapses').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.learnerId, table.cardId] }),
    index('progress_due_idx').on(table.workspaceId, table.learnerId, table.due),
    foreignKey({
      name: 'progress_learner_fk',
      columns: [table.workspaceId, table.learnerId],
      foreignColumns: [learners.workspaceId, learners.learnerId],
    }),
    foreignKey({
      name: 'progress_card_fk',
      columns: [table.workspaceId, table.cardId],
      foreignColumns: [cards.workspaceId, cards.cardId],
    }),
    check('progress_repetitions_check', sql`${table.repetitions} >= 0`),
    check('progress_ease_check', sql`${table.easeHundredths} >= 130`),
    check('progress_interval_check', sql`${table.intervalDays} >= 1`),
    check('progress_due_check', sql`${table.due} > ${table.lastReviewedOn}`),
    check('progress_reviews_check', sql`${table.reviews} >= 1`),
    check('progress_memory_check', sql`(${table.stability} is null) = (${table.difficulty} is null)`),
    check('progress_stability_check', sql`${table.stability} > 0`),
    check('progress_difficulty_check', sql`${table.difficulty} between 1 and 10`),
    check('progress_lapses_check', sql`${table.lapses} between 0 and ${table.reviews}`),
  ],
);
