import { sql } from 'drizzle-orm';
import { check, foreignKey, index, integer, json, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { Proof } from '../../core/grade.js';
import type { LearnerId, QuizId, WorkspaceId } from '../../core/ids.js';
import type { Language } from '../../core/language.js';
import type { QuizEventKind, QuizMode, QuizTeam, QuizVerdict } from '../../core/quiz/events.js';
import { instantColumn } from './columns.js';
import { learners } from './learners.js';

/** Quizzes of teams. Deleted some months after their end, with what happened in them. */
export const quizzes = pgTable(
  'quizzes',
  {
    workspaceId: text('workspace_id').$type<WorkspaceId>().notNull(),
    quizId: text('quiz_id').$type<QuizId>().notNull(),
    place: text('place').notNull(),
    channel: json('channel').notNull(),
    mode: text('mode').$type<QuizMode>().notNull(),
    language: text('language').$type<Language>().notNull(),
    deckName: text('deck_name'),
    host: text('host').$type<LearnerId>().notNull(),
    /** `json` instead of `jsonb`, which refuses half a surrogate pair; notes may hold one. */
    questions: json('questions').notNull(),
    createdAt: instantColumn('created_at').notNull(),
    dueAt: instantColumn('due_at'),
    /** Who holds it does so until then. */
    leaseUntil: instantColumn('lease_until'),
    shownStage: text('shown_stage'),
    shownAt: instantColumn('shown_at').notNull(),
    shownEvents: integer('shown_events').notNull().default(0),
    endedAt: instantColumn('ended_at'),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.quizId] }),
    uniqueIndex('quizzes_place_key').on(table.workspaceId, table.place).where(sql`${table.endedAt} is null`),
    index('quizzes_due_idx').on(table.dueAt).where(sql`${table.dueAt} is not null`),
    index('quizzes_ended_idx').on(table.endedAt),
    foreignKey({
      name: 'quizzes_host_fk',
      columns: [table.workspaceId, table.host],
      foreignColumns: [learners.workspaceId, learners.learnerId],
    }),
    check('quizzes_mode_check', sql`${table.mode} in ('classic', 'sudden', 'teams', 'day')`),
  ],
);

/**
 * Append-only: what happened in a quiz, in order. Points are a replay of it. `key` names what can happen only once, such
 * as somebody's answer to a question, so that a press that comes twice counts once.
 */
export const quizEvents = pgTable(
  'quiz_events',
  {
    workspaceId: text('workspace_id').$type<WorkspaceId>().notNull(),
    quizId: text('quiz_id').$type<QuizId>().notNull(),
    /** From 1. */
    number: integer('number').notNull(),
    key: text('key').notNull(),
    kind: text('kind').$type<QuizEventKind>().notNull(),
    at: instantColumn('at').notNull(),
    learnerId: text('learner_id').$type<LearnerId>(),
    round: integer('round'),
    until: instantColumn('until'),
    team: text('team').$type<QuizTeam>(),
    text: text('answer'),
    verdict: text('verdict').$type<QuizVerdict>(),
    proof: text('proof').$type<Exclude<Proof, 'self'>>(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.quizId, table.number] }),
    uniqueIndex('quiz_events_key_key').on(table.workspaceId, table.quizId, table.key),
    foreignKey({
      name: 'quiz_events_quiz_fk',
      columns: [table.workspaceId, table.quizId],
      foreignColumns: [quizzes.workspaceId, quizzes.quizId],
    }),
    foreignKey({
      name: 'quiz_events_learner_fk',
      columns: [table.workspaceId, table.learnerId],
      foreignColumns: [learners.workspaceId, learners.learnerId],
    }),
    check('quiz_events_number_check', sql`${table.number} >= 1`),
    check(
      'quiz_events_kind_check',
      sql`${table.kind} in ('joined', 'started', 'asked', 'answered', 'hinted', 'revealed', 'ended')`,
    ),
    check(
      'quiz_events_answer_check',
      sql`(${table.kind} = 'answered') = (num_nulls(${table.text}, ${table.verdict}, ${table.proof}) = 0)`,
    ),
    check(
      'quiz_events_person_check',
      sql`${table.kind} in ('started', 'ended') or
        (${table.kind} in ('joined', 'answered', 'hinted')) = (${table.learnerId} is not null)`,
    ),
    check(
      'quiz_events_round_check',
      sql`(${table.kind} in ('asked', 'answered', 'hinted', 'revealed')) = (${table.round} is not null)`,
    ),
  ],
);
