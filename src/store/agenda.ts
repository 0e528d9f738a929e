import {
  and,
  between,
  count,
  eq,
  gt,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  max,
  ne,
  notInArray,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import type { DayActivity } from '../core/day.js';
import type { CardId, DeckId, LearnerId, WorkspaceId } from '../core/ids.js';
import type { Instant, LocalDate } from '../core/local-date.js';
import type { Database, Queries } from './database.js';
import type { Agenda, Candidates, NextDue } from './interfaces/progress.js';
import { loadFromJson, loadOf } from './load.js';
import { isFreeOn, joinHold, joinPick, joinProgress } from './progress-joins.js';
import { cards, holds, learners, picks, progress, reviews } from './schema.js';
import { isStanding } from './standing.js';

type AgendaQuery = {
  readonly workspace: WorkspaceId;
  readonly learner: LearnerId;
  readonly deck: DeckId | null;
  readonly limit: number;
  readonly on: LocalDate;
};

const NOTE_ORDER = sql`${cards.deckId}, ${cards.position}, ${cards.sourceLine}, ${cards.cardId}`;

function isFreeCard(question: Pick<AgendaQuery, 'workspace' | 'learner' | 'deck' | 'on'>) {
  return and(isActiveCard(question), isFreeOn(question.learner, question.on));
}

function isActiveCard({ workspace, deck }: Pick<AgendaQuery, 'workspace' | 'deck'>) {
  const inDeck = deck === null ? undefined : eq(cards.deckId, deck);
  return and(eq(cards.workspaceId, workspace), eq(cards.paused, false), inDeck);
}

type CandidateList = Exclude<keyof Candidates, 'passages'>;

/** One list of candidates, its rows numbered in the order of the session. */
function candidateRows(kind: CandidateList, order: SQL) {
  return {
    kind: sql<CandidateList>`${kind}::text`.as('kind'),
    cardId: cards.cardId,
    passageId: cards.passageId,
    place: sql<number>`row_number() over (order by ${order})`.mapWith(Number).as('place'),
  };
}

function picked(db: Queries, question: AgendaQuery) {
  return db
    .select(candidateRows('picked', sql`${picks.pickedAt}, ${NOTE_ORDER}`))
    .from(cards)
    .innerJoin(picks, joinPick(question.learner))
    .leftJoin(progress, joinProgress(question.learner))
    .where(and(isFreeCard(question), isNull(progress.cardId)))
    .orderBy(sql`place`)
    .limit(question.limit);
}

/** A day late is much for a card of one day, and little for one of a year. */
function overdue(on: LocalDate) {
  return sql`(${on}::date - ${progress.due})::float8 / ${progress.intervalDays}`;
}

function due(db: Queries, question: AgendaQuery) {
  return db
    .select(candidateRows('due', sql`${overdue(question.on)} desc, ${NOTE_ORDER}`))
    .from(cards)
    .innerJoin(progress, joinProgress(question.learner))
    .where(and(isFreeCard(question), lte(progress.due, question.on)))
    .orderBy(sql`place`)
    .limit(question.limit);
}

/** Limited before they are numbered: the index of the notes' order gives the first ones without reading the rest. */
function unseen(db: Queries, question: AgendaQuery) {
  const { deckId, position, sourceLine, cardId, passageId } = cards;
  const first = db
    .select({ deckId, position, sourceLine, cardId, passageId })
    .from(cards)
    .leftJoin(progress, joinProgress(question.learner))
    .where(and(isFreeCard(question), isNull(progress.cardId)))
    .orderBy(NOTE_ORDER)
    .limit(question.limit)
    .as('first_unseen');
  const order = sql`${first.deckId}, ${first.position}, ${first.sourceLine}, ${first.cardId}`;
  return db
    .select({
      kind: sql<CandidateList>`${'unseen'}::text`.as('kind'),
      cardId: first.cardId,
      passageId: first.passageId,
      place: sql<number>`row_number() over (order by ${order})`.mapWith(Number).as('place'),
    })
    .from(first);
}

/** All three lists in one statement. */
async function candidates(db: Queries, question: AgendaQuery): Promise<Candidates> {
  const lists = unionAll(picked(db, question), due(db, question), unseen(db, question));
  const rows = await lists.orderBy(sql`place`);
  const of = (kind: CandidateList) => rows.filter((row) => row.kind === kind).map((row) => row.cardId);
  const passages = new Map(rows.map((row) => [row.cardId, row.passageId]));
  return { picked: of('picked'), due: of('due'), unseen: of('unseen'), passages };
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
        isStanding(),
      ),
    );
  return done ?? { met: 0, reviewed: 0 };
}

/** A card that is put off comes back when its hold is over. */
async function nextDue(
  db: Queries,
  question: Omit<AgendaQuery, 'limit' | 'on'>,
  after: LocalDate,
): Promise<NextDue | null> {
  const comes = sql`greatest(${progress.due}, ${holds.until})`.mapWith(progress.due);
  const [next] = await db
    .select({ on: comes.as('comes_on'), cards: count() })
    .from(progress)
    .innerJoin(cards, and(eq(cards.workspaceId, progress.workspaceId), eq(cards.cardId, progress.cardId)))
    .leftJoin(holds, joinHold(question.learner))
    .where(
      and(
        isActiveCard(question),
        eq(progress.learnerId, question.learner),
        or(isNull(holds.cardId), isNotNull(holds.until)),
        gt(comes, after),
      ),
    )
    .groupBy(sql`comes_on`)
    .orderBy(sql`comes_on`)
    .limit(1);
  return next ?? null;
}

/** The number of the learner's last answer on each card, practice included. Reads their whole log, which is slow. */
function lastAnswers(db: Queries, { workspace, learner }: AgendaQuery, ofSome?: SQL) {
  return db
    .select({ cardId: reviews.cardId, last: max(reviews.number).as('last') })
    .from(reviews)
    .where(
      and(
        eq(reviews.workspaceId, workspace),
        eq(reviews.learnerId, learner),
        notInArray(reviews.purpose, ['skip', 'undo']),
        isStanding(),
        ofSome,
      ),
    )
    .groupBy(reviews.cardId)
    .as('asking');
}

async function longestUnasked(db: Queries, question: AgendaQuery, withNew: boolean): Promise<readonly CardId[]> {
  const asking = lastAnswers(db, question);
  const isMet = isNotNull(progress.cardId);
  const rows = await db
    .select({ id: cards.cardId })
    .from(cards)
    .leftJoin(progress, joinProgress(question.learner))
    .leftJoin(asking, eq(asking.cardId, cards.cardId))
    .where(and(isFreeCard(question), withNew ? undefined : isMet))
    .orderBy(sql`${isMet} desc, ${asking.last} nulls first, ${NOTE_ORDER}`)
    .limit(question.limit);
  return rows.map((row) => row.id);
}

async function missed(db: Queries, question: AgendaQuery, since: LocalDate): Promise<readonly CardId[]> {
  const ofThen = and(between(reviews.on, since, question.on), lt(reviews.quality, 3), ne(reviews.purpose, 'restored'));
  const asking = lastAnswers(db, question, ofThen);
  const rows = await db
    .select({ id: cards.cardId })
    .from(asking)
    .innerJoin(cards, and(eq(cards.workspaceId, question.workspace), eq(cards.cardId, asking.cardId)))
    .where(isFreeCard(question))
    .orderBy(asking.last)
    .limit(question.limit);
  return rows.map((row) => row.id);
}

/** Selects from the cards, so that an id without a card is skipped. */
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

export function createAgenda(database: Database): Agenda {
  return {
    candidates: (workspace, learner, on, deck, limit) =>
      database.run((db) => candidates(db, { workspace, learner, deck, limit, on })),
    doneOn: (workspace, learner, on) => database.run((db) => doneOn(db, workspace, learner, on)),
    async load(workspace, learner, at) {
      const isLearner = and(eq(learners.workspaceId, workspace), eq(learners.learnerId, learner));
      const [row] = await database.run((db) =>
        db
          .select({ load: loadOf(workspace, learner, at) })
          .from(learners)
          .where(isLearner),
      );
      return loadFromJson(row?.load ?? null);
    },
    nextDue: (workspace, learner, after, deck) =>
      database.run((db) => nextDue(db, { workspace, learner, deck }, after)),
    longestUnasked: (workspace, learner, on, deck, limit) =>
      database.run((db) => longestUnasked(db, { workspace, learner, deck, limit, on }, false)),
    toCram: (workspace, learner, on, deck, limit) =>
      database.run((db) => longestUnasked(db, { workspace, learner, deck, limit, on }, true)),
    missed: (workspace, learner, { since, on }, deck, limit) =>
      database.run((db) => missed(db, { workspace, learner, deck, limit, on }, since)),
    pick: (workspace, learner, ids, at) => database.run((db) => pick(db, workspace, learner, ids, at)),
  };
}
