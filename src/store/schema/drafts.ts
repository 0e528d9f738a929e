import { sql } from 'drizzle-orm';
import { check, foreignKey, index, json, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { DraftId, LearnerId, WorkspaceId } from '../../core/ids.js';
import type { DraftDecision, DraftKind } from '../interfaces/drafts.js';
import { instantColumn } from './columns.js';
import { learners } from './learners.js';
import { workspaces } from './workspaces.js';

/** What waits for somebody's word before it changes a shared deck, and what became of it. */
export const drafts = pgTable(
  'drafts',
  {
    workspaceId: text('workspace_id')
      .$type<WorkspaceId>()
      .notNull()
      .references(() => workspaces.workspaceId),
    draftId: text('draft_id').$type<DraftId>().notNull(),
    kind: text('kind').$type<DraftKind>().notNull(),
    /** `json` and not `jsonb`: people's texts may hold half a surrogate pair, which `jsonb` refuses. */
    payload: json('payload').notNull(),
    by: text('made_by').$type<LearnerId>().notNull(),
    madeAt: instantColumn('made_at').notNull(),
    decision: text('decision').$type<DraftDecision>(),
    decidedBy: text('decided_by').$type<LearnerId>(),
    decidedAt: instantColumn('decided_at'),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.draftId] }),
    index('drafts_open_idx').on(table.workspaceId, table.kind, table.madeAt).where(sql`${table.decision} is null`),
    check('drafts_kind_check', sql`${table.kind} in ('import', 'card', 'alias')`),
    check('drafts_decision_check', sql`${table.decision} in ('accepted', 'dropped')`),
    check(
      'drafts_decided_check',
      sql`(${table.decision} is null) = (${table.decidedAt} is null) and (${table.decision} is null) = (${table.decidedBy} is null)`,
    ),
  ],
);

/** Whom the platform's managers let change shared decks too. */
export const editors = pgTable(
  'editors',
  {
    workspaceId: text('workspace_id').$type<WorkspaceId>().notNull(),
    learnerId: text('learner_id').$type<LearnerId>().notNull(),
    namedBy: text('named_by').$type<LearnerId>().notNull(),
    namedAt: instantColumn('named_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.learnerId] }),
    foreignKey({
      name: 'editors_learner_fk',
      columns: [table.workspaceId, table.learnerId],
      foreignColumns: [learners.workspaceId, learners.learnerId],
    }),
  ],
);
