import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { WorkspaceId } from '../../core/ids.js';
import { instantColumn } from './columns.js';

/**
 * The two tables of what a platform may repeat lead with the platform instead of a workspace: a platform numbers its
 * events across all workspaces, and an event is claimed before its workspace is known. Rows live for a day, and
 * nothing else refers to them.
 */

/** Events that were accepted. The primary key ensures that each is handled once. */
export const chatEvents = pgTable(
  'chat_events',
  {
    platform: text('platform').notNull(),
    event: text('event').notNull(),
    at: instantColumn('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.platform, table.event] }),
    index('chat_events_at_idx').on(table.platform, table.at),
  ],
);

/** Messages being sent, by idempotency key. `begun_at` is when the latest try began. */
export const chatSends = pgTable(
  'chat_sends',
  {
    platform: text('platform').notNull(),
    key: text('key').notNull(),
    tries: integer('tries').notNull(),
    begunAt: instantColumn('begun_at').notNull(),
    sentAt: instantColumn('sent_at'),
    /** How the platform names the message; null where it is not sent, or cannot be changed later. */
    message: text('message'),
  },
  (table) => [
    primaryKey({ columns: [table.platform, table.key] }),
    index('chat_sends_begun_idx').on(table.platform, table.begunAt),
    check('chat_sends_tries_check', sql`${table.tries} >= 1`),
  ],
);

/**
 * A workspace's credentials on a platform, encrypted; the key is not in the database. No foreign key, because an app
 * is installed before anybody there learns.
 */
export const installations = pgTable('installations', {
  workspaceId: text('workspace_id').$type<WorkspaceId>().primaryKey(),
  sealed: text('sealed').notNull(),
  installedAt: instantColumn('installed_at').notNull(),
  updatedAt: instantColumn('updated_at').notNull(),
});
