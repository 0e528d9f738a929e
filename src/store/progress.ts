import { and, asc, count, eq, inArray, isNull, lte, type SQL, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import type { CardId, DeckId, LearnerId, PassageId, WorkspaceId } from '../core/ids.js';
import type { Instant, LocalDate } from '../core/local-date.js';
import type { Database, Queries } from './database.js';
import type { Candidates, ProgressReader } from './interfaces/progress.js';
import { cardFromRow, progressFromRow } from './rows.js';
import { cards, decks, passages, picks, progress, reviews } from './schema.js';

/** Joins a card with what the learner knows of it. */
function progressOf(learner: LearnerId) {
  return and(
    eq(progress.workspaceId, cards.workspaceId),
    eq(progress.cardId, cards.cardId),
    eq(progress.learnerId, learner),
  );
}

function rowsOf(db: Queries, workspace: WorkspaceId, learner: LearnerId, ids: readonly CardId[]) {
  return db
    .select()
    .from(progress)
    .where(
      and(eq(progress.workspaceId, workspace), eq(progress.learnerId, learner), inArray(progress.cardId, [...ids])),
    );
}

function ofSection(db: Queries, workspace: WorkspaceId, learner: LearnerId, section: PassageId) {
  const passageOfCard = and(
    eq(passages.workspaceId, cards.workspaceId),
    eq(passages.deckId, cards.deckId),
    eq(passages.passageId, cards.passageId),
  );
  return db
    .select({ card: cards, progress })
    .from(cards)
    .innerJoin(passages, passageOfCard)
    .leftJoin(progress, progressOf(learner))
    .where(and(eq(cards.workspaceId, workspace), eq(passages.sectionId, section), eq(cards.paused, false)))
    .orderBy(asc(cards.deckId), asc(cards.position));
}

function counts(db: Queries, workspace: WorkspaceId, learner: LearnerId, on: LocalDate) {
  return db
    .select({
      deckId: decks.deckId,
      cards: count(cards.cardId),
      due: sql`count(*) filter (where ${progress.due} <= ${on})`.mapWith(Number),
      unseen: sql`count(${cards.cardId}) filter (where ${progress.cardId} is null)`.mapWith(Number),
    })
    .from(decks)
    .leftJoin(
      cards,
      and(eq(cards.workspaceId, decks.workspaceId), eq(cards.deckId, decks.deckId), eq(cards.paused, false)),
    )
    .leftJoin(progress, progressOf(learner))
    .where(eq(decks.workspaceId, workspace))
    .groupBy(decks.deckId)
    .orderBy(asc(decks.deckId));
}

type Asked = {
  readonly workspace: WorkspaceId;
  readonly learner: LearnerId;
  readonly deck: DeckId | null;
  readonly limit: number;
};

const NOTE_ORDER = sql`${cards.deckId}, ${cards.position}, ${cards.cardId}`;

function asked({ workspace, deck }: Asked) {
  const inDeck = deck === null ? undefined : eq(cards.deckId, deck);
  return and(eq(cards.workspaceId, workspace), eq(cards.paused, false), inDeck);
}

/** One list of candidates, its rows numbered in the order that they should come. */
function listed(kind: keyof Candidates, order: SQL) {
  return {
    kind: sql<keyof Candidates>`${kind}::text`.as('kind'),
    cardId: cards.cardId,
    place: sql<number>`row_number() over (order by ${order})`.mapWith(Number).as('place'),
  };
}

function picked(db: Queries, question: Asked) {
  const pickOfCard = and(
    eq(picks.workspaceId, cards.workspaceId),
    eq(picks.cardId, cards.cardId),
    eq(picks.learnerId, question.learner),
  );
  return db
    .select(listed('picked', sql`${picks.pickedAt}, ${NOTE_ORDER}`))
    .from(cards)
    .innerJoin(picks, pickOfCard)
    .leftJoin(progress, progressOf(question.learner))
    .where(and(asked(question), isNull(progress.cardId)))
    .orderBy(sql`place`)
    .limit(question.limit);
}

function due(db: Queries, question: Asked, on: LocalDate) {
  return db
    .select(listed('due', sql`${progress.due}, ${NOTE_ORDER}`))
    .from(cards)
    .innerJoin(progress, progressOf(question.learner))
    .where(and(asked(question), lte(progress.due, on)))
    .orderBy(sql`place`)
    .limit(question.limit);
}

function unseen(db: Queries, question: Asked) {
  return db
    .select(listed('unseen', NOTE_ORDER))
    .from(cards)
    .leftJoin(progress, progressOf(question.learner))
    .where(and(asked(question), isNull(progress.cardId)))
    .orderBy(sql`place`)
    .limit(question.limit);
}

/** All three lists in one statement. */
async function candidates(db: Queries, question: Asked, on: LocalDate): Promise<Candidates> {
  const lists = unionAll(picked(db, question), due(db, question, on), unseen(db, question));
  const rows = await lists.orderBy(sql`place`);
  const of = (kind: keyof Candidates) => rows.filter((row) => row.kind === kind).map((row) => row.cardId);
  return { picked: of('picked'), due: of('due'), unseen: of('unseen') };
}

/** Counted from the log: the first review of a card is the one with no plan before it. */
async function newOn(db: Queries, workspace: WorkspaceId, learner: LearnerId, on: LocalDate): Promise<number> {
  return db.$count(
    reviews,
    and(
      eq(reviews.workspaceId, workspace),
      eq(reviews.on, on),
      eq(reviews.learnerId, learner),
      eq(reviews.purpose, 'plan'),
      isNull(reviews.dueBefore),
    ),
  );
}

async function dueOn(db: Queries, workspace: WorkspaceId, learner: LearnerId, on: LocalDate): Promise<number> {
  const [found] = await db
    .select({ cards: count() })
    .from(progress)
    .innerJoin(cards, and(eq(cards.workspaceId, progress.workspaceId), eq(cards.cardId, progress.cardId)))
    .where(
      and(
        eq(progress.workspaceId, workspace),
        eq(progress.learnerId, learner),
        eq(progress.due, on),
        eq(cards.paused, false),
      ),
    );
  return found?.cards ?? 0;
}

/** Made from the cards themselves, so that one that does not exist is passed over. */
async function pick(
  db: Queries,
  workspace: WorkspaceId,
  learner: LearnerId,
  ids: readonly CardId[],
  at: Instant,
): Promise<number> {
  if (ids.length === 0) return 0;
  const wanted = db
    .select({
      workspaceId: cards.workspaceId,
      learnerId: sql`${learner}::text`.as('learner_id'),
      cardId: cards.cardId,
      pickedAt: sql`${sql.param(at, picks.pickedAt)}::timestamptz`.as('picked_at'),
    })
    .from(cards)
    .where(and(eq(cards.workspaceId, workspace), inArray(cards.cardId, [...ids])));
  const made = await db.insert(picks).select(wanted).onConflictDoNothing().returning({ id: picks.cardId });
  return made.length;
}

export function createProgress(database: Database): ProgressReader {
  return {
    async of(workspace, learner, card) {
      const [row] = await database.run((db) => rowsOf(db, workspace, learner, [card]));
      return progressFromRow(row);
    },
    async ofCards(workspace, learner, ids) {
      if (ids.length === 0) return new Map();
      const rows = await database.run((db) => rowsOf(db, workspace, learner, ids));
      const known = new Map(rows.map((row) => [row.cardId, row]));
      return new Map(ids.map((id) => [id, progressFromRow(known.get(id))]));
    },
    async ofSection(workspace, learner, section) {
      const rows = await database.run((db) => ofSection(db, workspace, learner, section));
      return rows.map(({ card, progress: row }) => ({ card: cardFromRow(card), progress: progressFromRow(row) }));
    },
    counts: (workspace, learner, on) => database.run((db) => counts(db, workspace, learner, on)),
    candidates: (workspace, learner, on, deck, limit) =>
      database.run((db) => candidates(db, { workspace, learner, deck, limit }, on)),
    newOn: (workspace, learner, on) => database.run((db) => newOn(db, workspace, learner, on)),
    dueOn: (workspace, learner, on) => database.run((db) => dueOn(db, workspace, learner, on)),
    pick: (workspace, learner, ids, at) => database.run((db) => pick(db, workspace, learner, ids, at)),
  };
}
