import { sql } from 'drizzle-orm';
import { check, pgTable, text } from 'drizzle-orm/pg-core';
import { type Sureness, USUAL_SURENESS } from '../../core/doubtful.js';
import type { WorkspaceId } from '../../core/ids.js';
import type { SchedulerName } from '../../core/scheduling.js';
import { instantColumn } from './columns.js';

/**
 * The tenants. Every other table leads its primary key with `workspace_id`, so that the data can be distributed by
 * it, except the two of `chat.ts` that belong to a platform.
 */
export const workspaces = pgTable(
  'workspaces',
  {
    workspaceId: text('workspace_id').$type<WorkspaceId>().primaryKey(),
    platform: text('platform').notNull(),
    createdAt: instantColumn('created_at').notNull(),
    /** How sure a card must be to be learned before anybody has looked at it. */
    sureness: text('sureness').$type<Sureness>().notNull().default(USUAL_SURENESS),
    /** The scheduler of everybody who has not chosen one. */
    scheduler: text('scheduler').$type<SchedulerName>().notNull().default('sm2'),
  },
  (table) => [
    check('workspaces_sureness_check', sql`${table.sureness} in ('sure', 'likely', 'all')`),
    check('workspaces_scheduler_check', sql`${table.scheduler} in ('sm2', 'fsrs')`),
  ],
);
