import { and, asc, count, eq, gt, inArray, isNotNull, isNull, lte, max, type SQL, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import type { DayActivity } from '../core/day.js';
import type { CardId, DeckId, LearnerId, PassageId, WorkspaceId } from '../core/ids.js';
import type { Instant, LocalDate } from '../core/local-date.js';
import type { Database, Queries } from './database.js';
import type { Agenda, Candidates, CardProgress, NextDue, ProgressReader } from './interfaces/progress.js';
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

/** Joins a card with the learner's wish for it. */
function pickOf(learner: LearnerId) {
  return and(eq(picks.workspaceId, cards.workspaceId), eq(picks.cardId, cards.cardId), eq(picks.learnerId, learner));
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
    .select({ card: cards, progress, picked: isNotNull(picks.cardId).mapWith(Boolean) })
    .from(cards)
    .innerJoin(passages, passageOfCard)
    .leftJoin(progress, progressOf(learner))
    .leftJoin(picks, pickOf(learner))
    .where(and(eq(cards.workspaceId, workspace), eq(passages.sectionId, section), eq(cards.paused, false)))
    .orderBy(asc(cards.deckId), asc(cards.position));
}

function withCards(db: Queries, workspace: WorkspaceId, learner: LearnerId, ids: readonly CardId[]) {
  return db
    .select({ card: cards, progress })
    .from(cards)
    .leftJoin(progress, progressOf(learner))
    .where(and(eq(cards.workspaceId, workspace), inArray(cards.cardId, [...ids])));
}

function cardProgress({ card, progress: row }: Awaited<ReturnType<typeof withCards>>[number]): CardProgress {
  return { card: cardFromRow(card), progress: progressFromRow(row) };
}

function counts(db: Queries, workspace: WorkspaceId, learner: LearnerId, on: LocalDate) {
  return db
    .select({
      deckId: decks.deckId,
      cards: count(cards.cardId),
      due: sql`count(*) filter (where ${progress.due} <= ${on})`.mapWith(Number),
      unseen: sql`count(${cards.cardId}) filter (where ${progress.cardId} is null)`.mapWith(Number),
      picked: sql`count(${picks.cardId}) filter (where ${progress.cardId} is null)`.mapWith(Number),
    })
    .from(decks)
    .leftJoin(
      cards,
      and(eq(cards.workspaceId, decks.workspaceId), eq(cards.deckId, decks.deckId), eq(cards.paused, false)),
    )
    .leftJoin(progress, progressOf(learner))
    .leftJoin(picks, pickOf(learner))
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

const NOTE_ORDER = sql`${cards.deckId}, ${cards.position}, ${cards.sourceLine}, ${cards.cardId}`;

function asked({ workspace, deck }: Pick<Asked, 'workspace' | 'deck'>) {
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
  return db
    .select(listed('picked', sql`${picks.pickedAt}, ${NOTE_ORDER}`))
    .from(cards)
    .innerJoin(picks, pickOf(question.learner))
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
async function doneOn(db: Queries, workspace: WorkspaceId, learner: LearnerId, on: LocalDate): Promise<DayActivity> {
  const [done] = await db
    .select({
      met: sql`count(*) filter (where ${reviews.dueBefore} is null)`.mapWith(Number),
      reviewed: sql`count(*) filter (where ${reviews.dueBefore} is not null)`.mapWith(Number),
    })
    .from(reviews)
    .where(
      and(
        eq(reviews.workspaceId, workspace),
        eq(reviews.on, on),
        eq(reviews.learnerId, learner),
        eq(reviews.purpose, 'plan'),
      ),
    );
  return done ?? { met: 0, reviewed: 0 };
}

async function nextDue(db: Queries, question: Omit<Asked, 'limit'>, after: LocalDate): Promise<NextDue | null> {
  const [next] = await db
    .select({ on: progress.due, cards: count() })
    .from(progress)
    .innerJoin(cards, and(eq(cards.workspaceId, progress.workspaceId), eq(cards.cardId, progress.cardId)))
    .where(and(asked(question), eq(progress.learnerId, question.learner), gt(progress.due, after)))
    .groupBy(progress.due)
    .orderBy(asc(progress.due))
    .limit(1);
  return next ?? null;
}

/** Reads the learner's whole log: it is for who asks to practise, which is now and then. */
async function longestUnasked(db: Queries, question: Asked): Promise<readonly CardId[]> {
  const { workspace, learner, limit } = question;
  const asking = db
    .select({ cardId: reviews.cardId, last: max(reviews.number).as('last') })
    .from(reviews)
    .where(and(eq(reviews.workspaceId, workspace), eq(reviews.learnerId, learner)))
    .groupBy(reviews.cardId)
    .as('asking');
  const rows = await db
    .select({ id: cards.cardId })
    .from(cards)
    .innerJoin(progress, progressOf(learner))
    .leftJoin(asking, eq(asking.cardId, cards.cardId))
    .where(asked(question))
    .orderBy(sql`${asking.last} nulls first, ${NOTE_ORDER}`)
    .limit(limit);
  return rows.map((row) => row.id);
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
    async withCards(workspace, learner, ids) {
      if (ids.length === 0) return [];
      const rows = await database.run((db) => withCards(db, workspace, learner, ids));
      return rows.map(cardProgress);
    },
    async ofSection(workspace, learner, section) {
      const rows = await database.run((db) => ofSection(db, workspace, learner, section));
      return rows.map(({ picked, ...row }) => ({ ...cardProgress(row), picked }));
    },
    counts: (workspace, learner, on) => database.run((db) => counts(db, workspace, learner, on)),
  };
}

export function createAgenda(database: Database): Agenda {
  return {
    candidates: (workspace, learner, on, deck, limit) =>
      database.run((db) => candidates(db, { workspace, learner, deck, limit }, on)),
    doneOn: (workspace, learner, on) => database.run((db) => doneOn(db, workspace, learner, on)),
    nextDue: (workspace, learner, after, deck) =>
      database.run((db) => nextDue(db, { workspace, learner, deck }, after)),
    longestUnasked: (workspace, learner, deck, limit) =>
      database.run((db) => longestUnasked(db, { workspace, learner, deck, limit })),
    pick: (workspace, learner, ids, at) => database.run((db) => pick(db, workspace, learner, ids, at)),
  };
}
