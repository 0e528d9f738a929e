import { and, asc, eq, inArray, or, sql } from 'drizzle-orm';
import type { Progress } from '../core/progress.js';
import { decideUndo } from '../core/undo.js';
import type { Queries } from './database.js';
import type { StoredEntry, UndoneReview, UndoRequest } from './interfaces/reviews.js';
import { lockLearner } from './lock-learner.js';
import { entryColumns, entryFromRow, planColumns } from './review-rows.js';
import { progressColumns, progressFromRow } from './rows.js';
import { readScheduler } from './scheduling-rows.js';
import { progress, reviews, sessions } from './schema.js';

/** The column is required; an undo has no quality. */
const NO_QUALITY = 0;

/** The session's entries and all on the answer's card, with the number of the learner's last entry, of one moment. */
async function readLog(db: Queries, request: UndoRequest) {
  const { workspaceId, learnerId, sessionId, turn } = request;
  const isOwn = and(eq(reviews.workspaceId, workspaceId), eq(reviews.learnerId, learnerId));
  const card = db
    .select({ id: reviews.cardId })
    .from(reviews)
    .where(and(eq(reviews.workspaceId, workspaceId), eq(reviews.sessionId, sessionId), eq(reviews.turn, turn)));
  const last = sql<number>`(select max(${reviews.number}) from ${reviews}
    where ${reviews.workspaceId} = ${workspaceId} and ${reviews.learnerId} = ${learnerId})`.mapWith(Number);
  const rows = await db
    .select({ entry: entryColumns, last })
    .from(reviews)
    .where(and(isOwn, or(eq(reviews.sessionId, sessionId), inArray(reviews.cardId, card))))
    .orderBy(asc(reviews.number));
  return { entries: rows.map(({ entry }) => entryFromRow(entry)), last: rows[0]?.last ?? 0 };
}

async function currentProgress(db: Queries, { workspaceId, learnerId }: UndoRequest, card: StoredEntry['cardId']) {
  const [row] = await db
    .select()
    .from(progress)
    .where(isProgress(workspaceId, learnerId, card));
  return progressFromRow(row);
}

function isProgress(
  workspace: UndoRequest['workspaceId'],
  learner: UndoRequest['learnerId'],
  card: StoredEntry['cardId'],
) {
  return and(eq(progress.workspaceId, workspace), eq(progress.learnerId, learner), eq(progress.cardId, card));
}

async function setProgress(db: Queries, request: UndoRequest, card: StoredEntry['cardId'], after: Progress) {
  const isIt = isProgress(request.workspaceId, request.learnerId, card);
  if (after.kind === 'new') {
    await db.delete(progress).where(isIt);
    return;
  }
  await db.update(progress).set(progressColumns(after)).where(isIt);
}

/**
 * The statements of `Reviews.undo`, to be run in one transaction, and anew where another entry has taken the number: what
 * was decided from the log was then decided from an old one.
 */
export async function undoReview(db: Queries, request: UndoRequest): Promise<UndoneReview> {
  const { workspaceId, learnerId, sessionId, turn, undoTurn, on, at } = request;
  await lockLearner(db, request);
  const { entries, last } = await readLog(db, request);
  const ofSession = entries.filter((entry) => entry.sessionId === sessionId).sort((a, b) => a.turn - b.turn);
  const cardId = ofSession.find((entry) => entry.turn === turn)?.cardId;
  const ofCard = entries.filter((entry) => entry.cardId === cardId);
  const decision = decideUndo(ofSession, ofCard, turn, on, await readScheduler(db, request));
  if (decision.kind !== 'undo') return { status: 'refused', reason: decision.kind };
  const before = await currentProgress(db, request, decision.cardId);
  await db.insert(reviews).values({
    ...{ workspaceId, learnerId, sessionId, on, at, cardId: decision.cardId, purpose: 'undo' },
    ...{ number: last + 1, turn: undoTurn, quality: NO_QUALITY, takesBack: decision.number },
    ...planColumns(before, decision.progress),
  });
  await setProgress(db, request, decision.cardId, decision.progress);
  await db
    .update(sessions)
    .set({ endedAt: null })
    .where(and(eq(sessions.workspaceId, workspaceId), eq(sessions.sessionId, sessionId)));
  return { status: 'undone', cardId: decision.cardId, progress: decision.progress };
}
