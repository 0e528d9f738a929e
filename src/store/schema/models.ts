import { sql } from 'drizzle-orm';
import { bigint, check, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { WorkspaceId } from '../../core/ids.js';
import type { ModelPurpose } from '../interfaces/model-usage.js';
import { instantColumn, localDateColumn, vectorColumn } from './columns.js';
import { workspaces } from './workspaces.js';

/** Tokens of language models by day. `used_on` is a day by UTC, since a workspace has people in several zones. */
export const modelUsage = pgTable(
  'model_usage',
  {
    workspaceId: text('workspace_id')
      .$type<WorkspaceId>()
      .notNull()
      .references(() => workspaces.workspaceId),
    on: localDateColumn('used_on').notNull(),
    purpose: text('purpose').$type<ModelPurpose>().notNull(),
    used: bigint('used_tokens', { mode: 'number' }).notNull(),
    /**
     * Tokens of running calls. Those of a process that died stay until the day ends, so that budgets are never
     * exceeded.
     */
    reserved: bigint('reserved_tokens', { mode: 'number' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.on, table.purpose] }),
    check('model_usage_purpose_check', sql`${table.purpose} in ('answers', 'embeddings')`),
    check('model_usage_tokens_check', sql`${table.used} >= 0 and ${table.reserved} >= 0`),
  ],
);

/** Embeddings of passages by the hash of their text, so that an unchanged passage is not embedded again. */
export const passageVectors = pgTable(
  'passage_vectors',
  {
    workspaceId: text('workspace_id')
      .$type<WorkspaceId>()
      .notNull()
      .references(() => workspaces.workspaceId),
    model: text('model').notNull(),
    hash: text('content_hash').notNull(),
    vector: vectorColumn('vector').notNull(),
    madeAt: instantColumn('made_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.model, table.hash] })],
);
