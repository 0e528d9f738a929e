import { and, asc, eq, getTableColumns, sql } from 'drizzle-orm';
import type { DeckId, PassageId, WorkspaceId } from '../core/ids.js';
import { applyDeckChange } from './apply-deck-change.js';
import type { Database, Queries } from './database.js';
import { countChanges, historyOf, recentChangesOf } from './deck-history.js';
import { cardsById, cardsOfDeck, noteTextOf } from './deck-rows.js';
import type { DeckChanges, Decks, StoredDeck } from './interfaces/decks.js';
import { cardFromRow, passageFromRow } from './rows.js';
import { cards, decks, passages } from './schema.js';
import { redoDeckChange, rememberedChange, undoDeckChange } from './undo-deck-change.js';

function selectDecks(db: Queries) {
  const { deckId: id, name, language, source, version, contentHash } = decks;
  return db.select({ id, name, language, source, version, contentHash }).from(decks).$dynamic();
}

async function find(db: Queries, workspace: WorkspaceId, deck: DeckId): Promise<StoredDeck | null> {
  const [found] = await selectDecks(db).where(and(eq(decks.workspaceId, workspace), eq(decks.deckId, deck)));
  return found ?? null;
}

async function cardsOfSection(db: Queries, workspace: WorkspaceId, section: PassageId) {
  const passageOfCard = and(
    eq(passages.workspaceId, cards.workspaceId),
    eq(passages.deckId, cards.deckId),
    eq(passages.passageId, cards.passageId),
  );
  const rows = await db
    .select(getTableColumns(cards))
    .from(cards)
    .innerJoin(passages, passageOfCard)
    .where(and(eq(cards.workspaceId, workspace), eq(passages.sectionId, section), eq(cards.paused, false)))
    .orderBy(asc(cards.deckId), asc(cards.position));
  return rows.map(cardFromRow);
}

async function passagesOf(db: Queries, workspace: WorkspaceId) {
  const rows = await db
    .select()
    .from(passages)
    .where(eq(passages.workspaceId, workspace))
    .orderBy(asc(passages.deckId), asc(passages.position));
  return rows.map(passageFromRow);
}

/**
 * How many rows may be replaced before the statistics are updated, which takes as long as replacing hundreds of rows.
 */
const TIDY_AFTER_ROWS = 500;
/**
 * How many cards and passages there were when the planner was last told. It needs to know orders of magnitude: until as many
 * have been replaced, it knows enough, so that notes that change in a thousand workspaces are told once.
 */
async function rowsWhenTidied(db: Queries): Promise<number> {
  const [found] = await db
    .select({ rows: sql<number>`coalesce(sum(greatest(reltuples, 0)), 0)`.mapWith(Number) })
    .from(sql`pg_class`)
    .where(sql`oid in (${'cards'}::regclass, ${'passages'}::regclass)`);
  return found?.rows ?? 0;
}

/** The decks and their history, created together since both update the statistics after many rows have changed. */
export function createDecks(database: Database): { readonly decks: Decks; readonly deckChanges: DeckChanges } {
  const { run, transaction } = database;
  let replaced = 0;
  let enough: number | null = null;
  const tidyAfter = async (rows: number): Promise<void> => {
    replaced += rows;
    if (replaced < TIDY_AFTER_ROWS) return;
    enough ??= await run(rowsWhenTidied);
    if (replaced < enough) return;
    replaced = 0;
    enough = null;
    await database.tidy();
  };
  const current: Decks = {
    list: (workspace) =>
      run((db) => selectDecks(db).where(eq(decks.workspaceId, workspace)).orderBy(asc(decks.deckId))),
    get: (workspace, deck) => run((db) => find(db, workspace, deck)),
    text: (workspace, deck) => run((db) => noteTextOf(db, workspace, deck)),
    cards: (workspace, deck) => run((db) => cardsOfDeck(db, workspace, deck)),
    cardsById: async (workspace, ids) => (ids.length === 0 ? [] : run((db) => cardsById(db, workspace, ids))),
    cardsOfSection: (workspace, section) => run((db) => cardsOfSection(db, workspace, section)),
    passages: (workspace) => run((db) => passagesOf(db, workspace)),
    async apply(workspace, change, at) {
      const result = await transaction((db) => applyDeckChange(db, workspace, change, at));
      if (result.status === 'applied') await tidyAfter(change.cards.length + (change.passages?.length ?? 0));
      return result;
    },
  };
  const deckChanges: DeckChanges = {
    history: (workspace, deck) => run((db) => historyOf(db, workspace, deck)),
    async recentChanges(workspace, some) {
      const [changes, total] = await Promise.all([
        run((db) => recentChangesOf(db, workspace, some)),
        run((db) => countChanges(db, workspace)),
      ]);
      return { changes, total };
    },
    remembered: (workspace, deck, version) => run((db) => rememberedChange(db, workspace, deck, version)),
    async undo(workspace, deck, request) {
      const result = await transaction((db) => undoDeckChange(db, workspace, deck, request));
      if (result.status === 'undone') await tidyAfter(TIDY_AFTER_ROWS);
      return result;
    },
    async redo(workspace, deck, request) {
      const result = await transaction((db) => redoDeckChange(db, workspace, deck, request));
      if (result.status === 'redone') await tidyAfter(TIDY_AFTER_ROWS);
      return result;
    },
  };
  return { decks: current, deckChanges };
}
