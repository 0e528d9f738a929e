import { sql } from 'drizzle-orm';
import { boolean, check, foreignKey, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { LearnerId, PassageId, QuestionId, WorkspaceId } from '../../core/ids.js';
import type { GapState } from '../interfaces/questions.js';
import { instantColumn } from './columns.js';
import { learners } from './learners.js';
import { workspaces } from './workspaces.js';

/** The questions of a workspace, one row for the same words of all people. Deleted when long not asked. */
export const questions = pgTable(
  'questions',
  {
    workspaceId: text('workspace_id')
      .$type<WorkspaceId>()
      .notNull()
      .references(() => workspaces.workspaceId),
    questionId: text('question_id').$type<QuestionId>().notNull(),
    /** The words of the first asking. */
    text: text('text').notNull(),
    asked: integer('asked').notNull(),
    missed: integer('missed').notNull(),
    /** The latest passage that answered it. No foreign key: passages come and go with their deck's versions. */
    passageId: text('passage_id').$type<PassageId>(),
    gap: text('gap').$type<GapState>().notNull(),
    askedAt: instantColumn('asked_at').notNull(),
    /** When those who look after the notes were told that it is asked again and again; null before. */
    raisedAt: instantColumn('raised_at'),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.questionId] }),
    index('questions_open_idx').on(table.askedAt).where(sql`${table.gap} = 'open'`),
    index('questions_gaps_idx').on(table.workspaceId, table.missed).where(sql`${table.gap} = 'open'`),
    check('questions_gap_check', sql`${table.gap} in ('none', 'open', 'answered', 'dropped')`),
    check('questions_asked_check', sql`${table.asked} >= ${table.missed} and ${table.missed} >= 0`),
  ],
);

/** Who still waits for an answer, and who rated one. Never shown: people are counted, and get messages. */
export const questionPeople = pgTable(
  'question_people',
  {
    workspaceId: text('workspace_id').$type<WorkspaceId>().notNull(),
    questionId: text('question_id').$type<QuestionId>().notNull(),
    learnerId: text('learner_id').$type<LearnerId>().notNull(),
    /** Waits for an answer: none was found, or it did not help. */
    waits: boolean('waits').notNull(),
    /** The rating, "this helped" or "this did not"; null without one. */
    helped: boolean('helped'),
    /** Asked for a message. */
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

/** Other names that people of a workspace taught; `meaning` is the name in the notes. */
export const aliases = pgTable(
  'aliases',
  {
    workspaceId: text('workspace_id')
      .$type<WorkspaceId>()
      .notNull()
      .references(() => workspaces.workspaceId),
    /** Folded, so that the same alias is stored once. */
    folded: text('folded').notNull(),
    alias: text('alias').notNull(),
    meaning: text('meaning').notNull(),
    taughtAt: instantColumn('taught_at').notNull(),
    /** When it was deleted; for a while it can be restored. */
    forgottenAt: instantColumn('forgotten_at'),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.folded] })],
);
