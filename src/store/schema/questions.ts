import { sql } from 'drizzle-orm';
import { boolean, check, foreignKey, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { LearnerId, PassageId, QuestionId, WorkspaceId } from '../../core/ids.js';
import type { GapState } from '../interfaces/questions.js';
import { instantColumn } from './columns.js';
import { learners } from './learners.js';
import { workspaces } from './workspaces.js';

/** What a workspace asks: one row for the same words, whoever asks. Forgotten when nobody has asked for long. */
export const questions = pgTable(
  'questions',
  {
    workspaceId: text('workspace_id')
      .$type<WorkspaceId>()
      .notNull()
      .references(() => workspaces.workspaceId),
    questionId: text('question_id').$type<QuestionId>().notNull(),
    /** As it was asked first. */
    text: text('text').notNull(),
    asked: integer('asked').notNull(),
    missed: integer('missed').notNull(),
    /** What answered it last. No foreign key: passages come and go with their deck's versions. */
    passageId: text('passage_id').$type<PassageId>(),
    gap: text('gap').$type<GapState>().notNull(),
    askedAt: instantColumn('asked_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.questionId] }),
    index('questions_gaps_idx').on(table.workspaceId, table.missed).where(sql`${table.gap} = 'open'`),
    check('questions_gap_check', sql`${table.gap} in ('none', 'open', 'answered', 'dropped')`),
    check('questions_asked_check', sql`${table.asked} >= ${table.missed} and ${table.missed} >= 0`),
  ],
);

/** Who still waits for an answer, and who said whether one helped. Never shown: people are only counted, and told. */
export const questionPeople = pgTable(
  'question_people',
  {
    workspaceId: text('workspace_id').$type<WorkspaceId>().notNull(),
    questionId: text('question_id').$type<QuestionId>().notNull(),
    learnerId: text('learner_id').$type<LearnerId>().notNull(),
    /** Not found, or found and of no help. */
    waits: boolean('waits').notNull(),
    /** Said "this helped" or "this did not"; null where nothing was said. */
    helped: boolean('helped'),
    /** Asked to be written to. */
    wantsMessage: boolean('wants_message').notNull(),
    askedAt: instantColumn('asked_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.questionId, table.learnerId] }),
    foreignKey({
      name: 'question_people_question_fk',
      columns: [table.workspaceId, table.questionId],
      foreignColumns: [questions.workspaceId, questions.questionId],
    }).onDelete('cascade'),
    foreignKey({
      name: 'question_people_learner_fk',
      columns: [table.workspaceId, table.learnerId],
      foreignColumns: [learners.workspaceId, learners.learnerId],
    }),
    index('question_people_message_idx').on(table.askedAt).where(sql`${table.wantsMessage}`),
    index('question_people_waiting_idx').on(table.workspaceId, table.learnerId).where(sql`${table.waits}`),
  ],
);

/** Other names that people of a workspace taught: `meaning` is what the notes call it. */
export const aliases = pgTable(
  'aliases',
  {
    workspaceId: text('workspace_id')
      .$type<WorkspaceId>()
      .notNull()
      .references(() => workspaces.workspaceId),
    /** Folded: the same alias is taught once. */
    folded: text('folded').notNull(),
    alias: text('alias').notNull(),
    meaning: text('meaning').notNull(),
    taughtAt: instantColumn('taught_at').notNull(),
    /** When somebody took it back: for a while it can be put back. */
    forgottenAt: instantColumn('forgotten_at'),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.folded] })],
);
