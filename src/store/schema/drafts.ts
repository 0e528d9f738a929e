import { sql } from 'drizzle-orm';
import { check, foreignKey, index, integer, json, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { DeckId, DraftId, LearnerId, WorkspaceId } from '../../core/ids.js';
import type { DraftDecision, DraftKind } from '../interfaces/drafts.js';
import { bytesColumn, instantColumn } from './columns.js';
import { learners } from './learners.js';
import { workspaces } from './workspaces.js';

/** Changes of shared decks that wait for a decision, and their decisions. */
export const drafts = pgTable(
  'drafts',
  {
    workspaceId: text('workspace_id')
      .$type<WorkspaceId>()
      .notNull()
      .references(() => workspaces.workspaceId),
    draftId: text('draft_id').$type<DraftId>().notNull(),
    kind: text('kind').$type<DraftKind>().notNull(),
    /** `json` instead of `jsonb`, which refuses half a surrogate pair; people's texts may hold one. */
    payload: json('payload').notNull(),
    /**
     * Decisions about parts of it while it waits, by the parts' ids. Only ids, so `jsonb` takes them and can merge
     * more.
     */
    choices: jsonb('choices'),
    by: text('made_by').$type<LearnerId>().notNull(),
    madeAt: instantColumn('made_at').notNull(),
    decision: text('decision').$type<DraftDecision>(),
    decidedBy: text('decided_by').$type<LearnerId>(),
    decidedAt: instantColumn('decided_at'),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.draftId] }),
    index('drafts_open_idx').on(table.workspaceId, table.kind, table.madeAt).where(sql`${table.decision} is null`),
    check('drafts_kind_check', sql`${table.kind} in ('import', 'card', 'alias', 'fix')`),
    check('drafts_decision_check', sql`${table.decision} in ('accepted', 'dropped')`),
    check(
      'drafts_decided_check',
      sql`(${table.decision} is null) = (${table.decidedAt} is null) and (${table.decision} is null) = (${table.decidedBy} is null)`,
    ),
  ],
);

/** The file of a draft, in slices: one row of megabytes would block everybody else. */
export const draftFiles = pgTable(
  'draft_files',
  {
    workspaceId: text('workspace_id').$type<WorkspaceId>().notNull(),
    draftId: text('draft_id').$type<DraftId>().notNull(),
    /** From 0. */
    slice: integer('slice').notNull(),
    bytes: bytesColumn('bytes').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.draftId, table.slice] }),
    foreignKey({
      name: 'draft_files_draft_fk',
      columns: [table.workspaceId, table.draftId],
      foreignColumns: [drafts.workspaceId, drafts.draftId],
    }),
  ],
);

/** People whom the platform's managers let change shared decks. */
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

/**
 * The state of each note file of the program's folder, one row for each deck, so that the next start does not bring
 * back what was undone or dropped. `deck_id` is no foreign key: a deck that waits for approval may not exist yet.
 */
export const folderNotes = pgTable(
  'folder_notes',
  {
    workspaceId: text('workspace_id')
      .$type<WorkspaceId>()
      .notNull()
      .references(() => workspaces.workspaceId),
    deckId: text('deck_id').$type<DeckId>().notNull(),
    file: text('file').notNull(),
    /** Hash of the text that was handled last; null where the file is gone. */
    contentHash: text('content_hash'),
    /** The draft made from the file, while it waits for a decision. */
    draftId: text('draft_id').$type<DraftId>(),
    /** The version that the file gave the deck, until somebody who may change decks has seen the news. */
    news: integer('news'),
    seenAt: instantColumn('seen_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.deckId] })],
);
