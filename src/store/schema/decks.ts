import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  doublePrecision,
  foreignKey,
  index,
  integer,
  json,
  pgTable,
  primaryKey,
  text,
} from 'drizzle-orm/pg-core';
import type { Card, CardEdit, Passage } from '../../core/card.js';
import type { CardId, DeckId, LearnerId, PassageId, WorkspaceId } from '../../core/ids.js';
import type { Language } from '../../core/language.js';
import { instantColumn } from './columns.js';
import { workspaces } from './workspaces.js';

export const decks = pgTable(
  'decks',
  {
    workspaceId: text('workspace_id')
      .$type<WorkspaceId>()
      .notNull()
      .references(() => workspaces.workspaceId),
    deckId: text('deck_id').$type<DeckId>().notNull(),
    name: text('name').notNull(),
    language: text('language').$type<Language>().notNull(),
    source: text('source').notNull(),
    version: integer('version').notNull(),
    contentHash: text('content_hash').notNull(),
    updatedAt: instantColumn('updated_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.deckId] }),
    check('decks_version_check', sql`${table.version} >= 1`),
  ],
);

/**
 * The repaired note text of each version of a deck. Append-only, so that the text of any version can be looked up.
 */
export const notes = pgTable(
  'notes',
  {
    workspaceId: text('workspace_id').$type<WorkspaceId>().notNull(),
    deckId: text('deck_id').$type<DeckId>().notNull(),
    version: integer('version').notNull(),
    text: text('text').notNull(),
    contentHash: text('content_hash').notNull(),
    appliedAt: instantColumn('applied_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.deckId, table.version] }),
    foreignKey({
      name: 'notes_deck_fk',
      columns: [table.workspaceId, table.deckId],
      foreignColumns: [decks.workspaceId, decks.deckId],
    }),
  ],
);

/** Replaced as a whole with each version of a deck. `position` is the order of the notes, from 0. */
export const passages = pgTable(
  'passages',
  {
    workspaceId: text('workspace_id').$type<WorkspaceId>().notNull(),
    deckId: text('deck_id').$type<DeckId>().notNull(),
    passageId: text('passage_id').$type<PassageId>().notNull(),
    sectionId: text('section_id').$type<PassageId>().notNull(),
    kind: text('kind').$type<Passage['kind']>().notNull(),
    position: integer('position').notNull(),
    title: text('title').notNull(),
    headings: text('headings').array().notNull(),
    aliases: text('aliases').array().notNull(),
    body: text('body').notNull(),
    sourceFile: text('source_file').notNull(),
    sourceLine: integer('source_line').notNull(),
    /** The web address of the notes, where the deck has one. */
    sourceUrl: text('source_url'),
    language: text('language').$type<Language>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.deckId, table.passageId] }),
    foreignKey({
      name: 'passages_deck_fk',
      columns: [table.workspaceId, table.deckId],
      foreignColumns: [decks.workspaceId, decks.deckId],
    }),
    index('passages_section_idx').on(table.workspaceId, table.sectionId),
    check('passages_kind_check', sql`${table.kind} in ('section', 'term')`),
    check('passages_source_line_check', sql`${table.sourceLine} >= 1`),
  ],
);

/**
 * Rows are never deleted: a card that leaves the notes is paused and keeps its progress. `passage_id` is no foreign
 * key, because a paused card outlives its passage.
 */
export const cards = pgTable(
  'cards',
  {
    workspaceId: text('workspace_id').$type<WorkspaceId>().notNull(),
    cardId: text('card_id').$type<CardId>().notNull(),
    deckId: text('deck_id').$type<DeckId>().notNull(),
    passageId: text('passage_id').$type<PassageId>().notNull(),
    kind: text('kind').$type<Card['kind']>().notNull(),
    position: integer('position').notNull(),
    paused: boolean('paused').notNull(),
    front: text('front').notNull(),
    back: text('back').notNull(),
    context: text('context').array().notNull(),
    hint: text('hint'),
    choices: text('choices').array(),
    tags: text('tags').array().notNull(),
    sourceFile: text('source_file').notNull(),
    sourceLine: integer('source_line').notNull(),
    /** The text of the notes when a person edited the card; `json`, since it may hold half a surrogate pair. */
    notesWords: json('notes_words').$type<CardEdit['notes']>(),
    /** No foreign keys: what people did stays after they leave. */
    editedBy: text('edited_by').$type<LearnerId>(),
    editedAt: instantColumn('edited_at'),
    pausedBy: text('paused_by').$type<LearnerId>(),
    pausedAt: instantColumn('paused_at'),
    /** Who accepted it as a doubtful card. */
    takenBy: text('taken_by').$type<LearnerId>(),
    takenAt: instantColumn('taken_at'),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.cardId] }),
    foreignKey({
      name: 'cards_deck_fk',
      columns: [table.workspaceId, table.deckId],
      foreignColumns: [decks.workspaceId, decks.deckId],
    }),
    index('cards_order_idx').on(table.workspaceId, table.deckId, table.position),
    index('cards_passage_idx').on(table.workspaceId, table.deckId, table.passageId),
    check('cards_kind_check', sql`${table.kind} in ('basic', 'reversed', 'cloze', 'choice')`),
    check('cards_position_check', sql`${table.position} >= 0`),
    check('cards_source_line_check', sql`${table.sourceLine} >= 1`),
    check(
      'cards_edit_check',
      sql`(${table.editedBy} is null) = (${table.editedAt} is null) and (${table.editedBy} is null) = (${table.notesWords} is null)`,
    ),
    check('cards_paused_by_check', sql`(${table.pausedBy} is null) = (${table.pausedAt} is null)`),
    check('cards_taken_by_check', sql`(${table.takenBy} is null) = (${table.takenAt} is null)`),
  ],
);

/**
 * Every doubtful card of a deck's notes, replaced as a whole with each version of the deck. Refused ones stay even
 * where the notes no longer give them. A card that is asked has a row in `cards` too; the waiting ones are those
 * without an active row there that nobody refused.
 */
export const doubtfulCards = pgTable(
  'doubtful_cards',
  {
    workspaceId: text('workspace_id').$type<WorkspaceId>().notNull(),
    deckId: text('deck_id').$type<DeckId>().notNull(),
    cardId: text('card_id').$type<CardId>().notNull(),
    passageId: text('passage_id').$type<PassageId>().notNull(),
    kind: text('kind').$type<Card['kind']>().notNull(),
    /** How many cards of the deck come before it. */
    position: integer('position').notNull(),
    front: text('front').notNull(),
    back: text('back').notNull(),
    context: text('context').array().notNull(),
    hint: text('hint'),
    choices: text('choices').array(),
    tags: text('tags').array().notNull(),
    sourceFile: text('source_file').notNull(),
    sourceLine: integer('source_line').notNull(),
    /** No check constraint: another version of the reader may have other reasons. */
    reason: text('reason').notNull(),
    score: doublePrecision('score').notNull(),
    refusedBy: text('refused_by').$type<LearnerId>(),
    refusedAt: instantColumn('refused_at'),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.deckId, table.cardId] }),
    foreignKey({
      name: 'doubtful_cards_deck_fk',
      columns: [table.workspaceId, table.deckId],
      foreignColumns: [decks.workspaceId, decks.deckId],
    }),
    check('doubtful_cards_kind_check', sql`${table.kind} in ('basic', 'reversed', 'cloze', 'choice')`),
    check('doubtful_cards_position_check', sql`${table.position} >= 0`),
    check('doubtful_cards_source_line_check', sql`${table.sourceLine} >= 1`),
    check('doubtful_cards_score_check', sql`${table.score} between 0 and 1`),
    check('doubtful_cards_refused_check', sql`(${table.refusedBy} is null) = (${table.refusedAt} is null)`),
  ],
);

/**
 * The last changes of each deck: who made them, and the deck before them, so that they can be undone. `version` is
 * the one that the change created. `by_learner_id` is no foreign key: what people did stays after they leave.
 */
export const deckChanges = pgTable(
  'deck_changes',
  {
    workspaceId: text('workspace_id').$type<WorkspaceId>().notNull(),
    deckId: text('deck_id').$type<DeckId>().notNull(),
    version: integer('version').notNull(),
    kind: text('kind').$type<'change' | 'undo' | 'redo'>().notNull(),
    /** Null where it is not known. */
    by: text('by').$type<'learner' | 'cli' | 'start'>(),
    byLearnerId: text('by_learner_id').$type<LearnerId>(),
    appliedAt: instantColumn('applied_at').notNull(),
    added: integer('added').notNull(),
    changed: integer('changed').notNull(),
    removed: integer('removed').notNull(),
    /** Hash of the notes that a change brought, an undo removed, or a redo brought back. */
    contentHash: text('content_hash').notNull(),
    /** The version that undid this change, or that redid what this undo undid. */
    undoneBy: integer('undone_by'),
    /**
     * `json` instead of `jsonb`: it is never queried, and `jsonb` refuses half a surrogate pair. Null for a redo,
     * whose change has its own, and for the undos of the first releases.
     */
    before: json('before'),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.deckId, table.version] }),
    foreignKey({
      name: 'deck_changes_deck_fk',
      columns: [table.workspaceId, table.deckId],
      foreignColumns: [decks.workspaceId, decks.deckId],
    }),
    check('deck_changes_kind_check', sql`${table.kind} in ('change', 'undo', 'redo')`),
    check('deck_changes_by_check', sql`${table.by} in ('learner', 'cli', 'start')`),
    check(
      'deck_changes_learner_check',
      sql`(${table.by} is not distinct from 'learner') = (${table.byLearnerId} is not null)`,
    ),
    check(
      'deck_changes_before_check',
      sql`case ${table.kind} when 'change' then ${table.before} is not null when 'redo' then ${table.before} is null else true end`,
    ),
    check('deck_changes_undone_check', sql`${table.undoneBy} > ${table.version}`),
  ],
);
