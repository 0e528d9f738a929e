import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { WorkspaceId } from '../../core/ids.js';
import { instantColumn } from './columns.js';

/*
 * The two tables of what a chat platform may tell twice lead with the platform and not with a workspace: a platform
 * numbers its events over all its workspaces, an event is claimed before anybody asks whose it is, and rows live for
 * a day. Nothing else refers to them.
 */

/** Events that were taken on. The primary key is what makes it once. */
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

/** Messages on their way, by idempotency key. `begun_at` is when the latest try began. */
export const chatSends = pgTable(
  'chat_sends',
  {
    platform: text('platform').notNull(),
    key: text('key').notNull(),
    tries: integer('tries').notNull(),
    begunAt: instantColumn('begun_at').notNull(),
    sentAt: instantColumn('sent_at'),
  },
  (table) => [
    primaryKey({ columns: [table.platform, table.key] }),
    index('chat_sends_begun_idx').on(table.platform, table.begunAt),
    check('chat_sends_tries_check', sql`${table.tries} >= 1`),
  ],
);

/**
 * What a platform gave a workspace to be spoken to with, sealed: the key is in no database. No foreign key, because
 * an app is installed before anybody there is taught.
 */
export const installations = pgTable('installations', {
  workspaceId: text('workspace_id').$type<WorkspaceId>().primaryKey(),
  sealed: text('sealed').notNull(),
  installedAt: instantColumn('installed_at').notNull(),
  updatedAt: instantColumn('updated_at').notNull(),
});
