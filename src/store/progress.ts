import { and, asc, eq, inArray, isNotNull, type SQL, sql } from 'drizzle-orm';
import type { CardId, LearnerId, PassageId, SessionId, WorkspaceId } from '../core/ids.js';
import type { LocalDate } from '../core/local-date.js';
import type { Database, Queries } from './database.js';
import type { CardProgress, HeldProgress, ProgressReader } from './interfaces/progress.js';
import { isHeldOn, joinHold, joinPick, joinProgress } from './progress-joins.js';
import { cardFromRow, progressFromRow } from './rows.js';
import { cards, decks, holds, passages, picks, progress, sessions } from './schema.js';

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
    .leftJoin(progress, joinProgress(learner))
    .leftJoin(picks, joinPick(learner))
    .where(and(eq(cards.workspaceId, workspace), eq(passages.sectionId, section), eq(cards.paused, false)))
    .orderBy(asc(cards.deckId), asc(cards.position));
}

function withCards(db: Queries, workspace: WorkspaceId, learner: LearnerId, ids: readonly CardId[]) {
  return db
    .select({ card: cards, progress, hold: holds })
    .from(cards)
    .leftJoin(progress, joinProgress(learner))
    .leftJoin(holds, joinHold(learner))
    .where(and(eq(cards.workspaceId, workspace), inArray(cards.cardId, [...ids])));
}

function ofSession(db: Queries, workspace: WorkspaceId, session: SessionId) {
  const progressOfCard = and(
    eq(progress.workspaceId, cards.workspaceId),
    eq(progress.cardId, cards.cardId),
    eq(progress.learnerId, sessions.learnerId),
  );
  const holdOfCard = and(
    eq(holds.workspaceId, cards.workspaceId),
    eq(holds.cardId, cards.cardId),
    eq(holds.learnerId, sessions.learnerId),
  );
  return db
    .select({ card: cards, progress, hold: holds })
    .from(sessions)
    .innerJoin(cards, and(eq(cards.workspaceId, sessions.workspaceId), sql`${cards.cardId} = any(${sessions.plan})`))
    .leftJoin(progress, progressOfCard)
    .leftJoin(holds, holdOfCard)
    .where(and(eq(sessions.workspaceId, workspace), eq(sessions.sessionId, session)));
}

function cardProgress({
  card,
  progress: row,
}: Omit<Awaited<ReturnType<typeof withCards>>[number], 'hold'>): CardProgress {
  return { card: cardFromRow(card), progress: progressFromRow(row) };
}

function heldProgress({ hold, ...row }: Awaited<ReturnType<typeof withCards>>[number]): HeldProgress {
  return { ...cardProgress(row), hold: hold && { until: hold.until } };
}

function counts(db: Queries, workspace: WorkspaceId, learner: LearnerId, on: LocalDate) {
  const isHeld = isHeldOn(on);
  const isNew = sql`${cards.cardId} is not null and ${progress.cardId} is null`;
  const counted = (condition: SQL) => sql`count(*) filter (where ${condition})`.mapWith(Number);
  return db
    .select({
      deckId: decks.deckId,
      cards: counted(sql`${cards.cardId} is not null and not (${isHeld} and (${isNew} or ${holds.until} is null))`),
      due: counted(sql`${progress.due} <= ${on} and not ${isHeld}`),
      unseen: counted(sql`${isNew} and not ${isHeld}`),
      picked: counted(sql`${isNew} and ${picks.cardId} is not null and not ${isHeld}`),
      returning: counted(sql`${isNew} and ${holds.until} > ${on}`),
    })
    .from(decks)
    .leftJoin(
      cards,
      and(eq(cards.workspaceId, decks.workspaceId), eq(cards.deckId, decks.deckId), eq(cards.paused, false)),
    )
    .leftJoin(progress, joinProgress(learner))
    .leftJoin(picks, joinPick(learner))
    .leftJoin(holds, joinHold(learner))
    .where(eq(decks.workspaceId, workspace))
    .groupBy(decks.deckId)
    .orderBy(asc(decks.deckId));
}

export function createProgressReader(database: Database): ProgressReader {
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
      return rows.map(heldProgress);
    },
    async ofSession(workspace, session) {
      return (await database.run((db) => ofSession(db, workspace, session))).map(heldProgress);
    },
    async ofSection(workspace, learner, section) {
      const rows = await database.run((db) => ofSection(db, workspace, learner, section));
      return rows.map(({ picked, ...row }) => ({ ...cardProgress(row), picked }));
    },
    counts: (workspace, learner, on) => database.run((db) => counts(db, workspace, learner, on)),
  };
}
