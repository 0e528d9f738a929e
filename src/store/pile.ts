import { and, asc, count, desc, eq, inArray, isNotNull, isNull, notExists, or, type SQL } from 'drizzle-orm';
import { chunksOf } from '../core/collections.js';
import type { CardId, DeckId, WorkspaceId } from '../core/ids.js';
import type { Database, Queries } from './database.js';
import { lockDeck, ROWS_PER_INSERT } from './deck-rows.js';
import type { Pile, PilePage, SomeOfPile } from './interfaces/pile.js';
import { ofDeck, pileOfDeck, setRefused } from './pile-rows.js';
import { piledFromRow } from './rows.js';
import { cards, doubtfulCards, picks, progress } from './schema.js';

function scope(workspace: WorkspaceId, deck: DeckId | null): SQL | undefined {
  return deck === null ? eq(doubtfulCards.workspaceId, workspace) : ofDeck(workspace, deck);
}

/** Not refused, and neither asked nor paused by a person. */
function isWaiting(db: Queries): SQL | undefined {
  const isIt = and(eq(cards.workspaceId, doubtfulCards.workspaceId), eq(cards.cardId, doubtfulCards.cardId));
  const isThere = or(eq(cards.paused, false), isNotNull(cards.pausedBy));
  const held = db.select({ id: cards.cardId }).from(cards).where(and(isIt, isThere));
  return and(isNull(doubtfulCards.refusedBy), notExists(held));
}

async function pageOf(
  db: Queries,
  condition: SQL | undefined,
  order: readonly SQL[],
  { limit, offset }: SomeOfPile,
): Promise<PilePage> {
  const [all] = await db.select({ cards: count() }).from(doubtfulCards).where(condition);
  const rows = await db
    .select()
    .from(doubtfulCards)
    .where(condition)
    .orderBy(...order)
    .limit(limit)
    .offset(offset);
  const found = rows.map((row) => ({ ...piledFromRow(row), deckId: row.deckId }));
  return { cards: found, total: all?.cards ?? 0 };
}

const SUREST_FIRST = [
  desc(doubtfulCards.score),
  asc(doubtfulCards.deckId),
  asc(doubtfulCards.position),
  asc(doubtfulCards.sourceLine),
  asc(doubtfulCards.cardId),
];
const LATEST_FIRST = [desc(doubtfulCards.refusedAt), asc(doubtfulCards.deckId), asc(doubtfulCards.cardId)];

async function learnedOf(db: Queries, workspace: WorkspaceId, ids: readonly CardId[]): Promise<ReadonlySet<CardId>> {
  const learned = new Set<CardId>();
  for (const some of chunksOf([...new Set(ids)], ROWS_PER_INSERT)) {
    for (const table of [progress, picks]) {
      const isOne = and(eq(table.workspaceId, workspace), inArray(table.cardId, some));
      const rows = await db.selectDistinct({ id: table.cardId }).from(table).where(isOne);
      for (const { id } of rows) learned.add(id);
    }
  }
  return learned;
}

export function createPile({ run, transaction }: Database): Pile {
  return {
    ofDeck: (workspace, deck) => run((db) => pileOfDeck(db, workspace, deck)),
    waiting: (workspace, deck, some) =>
      run((db) => pageOf(db, and(scope(workspace, deck), isWaiting(db)), SUREST_FIRST, some)),
    async countWaiting(workspace) {
      const rows = await run((db) =>
        db
          .select({ deckId: doubtfulCards.deckId, cards: count() })
          .from(doubtfulCards)
          .where(and(scope(workspace, null), isWaiting(db)))
          .groupBy(doubtfulCards.deckId)
          .orderBy(asc(doubtfulCards.deckId)),
      );
      return new Map(rows.map((row) => [row.deckId, row.cards]));
    },
    refused: (workspace, deck, some) =>
      run((db) => pageOf(db, and(scope(workspace, deck), isNotNull(doubtfulCards.refusedBy)), LATEST_FIRST, some)),
    // The deck's row is the lock: a concurrent reading of its notes keeps every refusal stored before it.
    refuse: (workspace, deck, ids, mark) =>
      transaction(async (db) => {
        await lockDeck(db, workspace, deck);
        const waiting = await waitingAmong(db, workspace, deck, ids);
        return setRefused(db, workspace, deck, waiting, mark);
      }),
    reconsider: (workspace, deck, ids) =>
      transaction(async (db) => {
        await lockDeck(db, workspace, deck);
        const known = await among(db, workspace, deck, ids, isNotNull(doubtfulCards.refusedBy));
        return setRefused(db, workspace, deck, known, null);
      }),
    learned: async (workspace, ids) => (ids.length === 0 ? new Set() : run((db) => learnedOf(db, workspace, ids))),
  };
}

async function among(
  db: Queries,
  workspace: WorkspaceId,
  deck: DeckId,
  ids: readonly CardId[],
  isSo: SQL | undefined,
): Promise<readonly CardId[]> {
  const found: CardId[] = [];
  for (const some of chunksOf(ids, ROWS_PER_INSERT)) {
    const isOne = and(ofDeck(workspace, deck), inArray(doubtfulCards.cardId, some), isSo);
    const rows = await db.select({ id: doubtfulCards.cardId }).from(doubtfulCards).where(isOne);
    found.push(...rows.map(({ id }) => id));
  }
  return found;
}

function waitingAmong(db: Queries, workspace: WorkspaceId, deck: DeckId, ids: readonly CardId[]) {
  return among(db, workspace, deck, ids, isWaiting(db));
}
