import { index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { LearnerId, WorkspaceId } from '../../core/ids.js';
import { instantColumn } from './columns.js';
import { workspaces } from './workspaces.js';

/**
 * What was spoken of last in each conversation with the bot, so that the next question may leave it out. A row is
 * overwritten by the next question and forgotten after a day.
 */
export const conversations = pgTable(
  'conversations',
  {
    workspaceId: text('workspace_id')
      .$type<WorkspaceId>()
      .notNull()
      .references(() => workspaces.workspaceId),
    /** A person alone with the bot, a thread, or a person among others: never two of these under one name. */
    conversation: text('conversation').notNull(),
    /** Who asked last. No foreign key: nothing is known of them by it. */
    learnerId: text('learner_id').$type<LearnerId>().notNull(),
    subject: text('subject').notNull(),
    question: text('question').notNull(),
    askedAt: instantColumn('asked_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.conversation] }),
    index('conversations_asked_idx').on(table.askedAt),
  ],
);
