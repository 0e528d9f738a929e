import { isDeepStrictEqual } from 'node:util';
import { and, eq, inArray, isNull, max } from 'drizzle-orm';
import { chunksOf } from '../core/collections.js';
import type { CardId } from '../core/ids.js';
import {
  advance,
  type LogEntry,
  NEW_PROGRESS,
  type Progress,
  type Reviewed,
  type Scheduler,
} from '../core/progress.js';
import type { Queries } from './database.js';
import type { ImportedProgress, RestoreRequest } from './interfaces/reviews.js';
import { lockLearner } from './lock-learner.js';
import { planColumns } from './review-rows.js';
import { progressColumns } from './rows.js';
import { readScheduler } from './scheduling-rows.js';
import { cards, progress, reviews } from './schema.js';

/** A statement takes 65,535 parameters at most; a review has 20. */
const ROWS_PER_STATEMENT = 1000;
/** The column is required; an imported plan has no quality. */
const NO_QUALITY = 0;

type ReviewValues = typeof reviews.$inferInsert;
type ReviewEntry = Omit<ReviewValues, 'number' | 'turn' | 'workspaceId' | 'learnerId' | 'sessionId'>;
/** An entry with its position in the whole log. The entries of one card keep their order, whatever their times. */
type OrderedEntry = { readonly order: number; readonly entry: ReviewEntry };

/** Of the requested cards, those that exist and that the learner has never reviewed. */
async function newCards(db: Queries, request: RestoreRequest): Promise<ReadonlySet<CardId>> {
  const { workspaceId, learnerId } = request;
  const found = new Set<CardId>();
  for (const some of chunksOf(request.cards, ROWS_PER_STATEMENT)) {
    const ids = some.map(({ cardId }) => cardId);
    const rows = await db
      .select({ id: cards.cardId })
      .from(cards)
      .leftJoin(
        progress,
        and(
          eq(progress.workspaceId, cards.workspaceId),
          eq(progress.cardId, cards.cardId),
          eq(progress.learnerId, learnerId),
        ),
      )
      .where(and(eq(cards.workspaceId, workspaceId), inArray(cards.cardId, ids), isNull(progress.cardId)));
    for (const { id } of rows) found.add(id);
  }
  return found;
}

/** A memory follows from the log and the plan. */
function isPlan(state: Progress, { memory: _, ...brought }: Reviewed): boolean {
  if (state.kind === 'new') return false;
  const { memory: __, ...plan } = state;
  return isDeepStrictEqual(plan, brought);
}

/** The log of one card as rows; the last one leads to its plan. */
function entriesOf(
  { cardId, log, progress: brought }: ImportedProgress,
  at: RestoreRequest['at'],
  scheduler: Scheduler,
): { readonly entries: readonly OrderedEntry[]; readonly state: Progress } {
  let before: Progress = NEW_PROGRESS;
  let order = 0;
  const entries: OrderedEntry[] = [];
  const push = (
    entry: LogEntry,
    row: Pick<ReviewEntry, 'quality' | 'proof' | 'at'>,
    more: Partial<ReviewEntry> = {},
  ): void => {
    const after = advance(before, entry, scheduler);
    const { on, purpose } = entry;
    order = Math.max(order, row.at);
    entries.push({ order, entry: { cardId, on, purpose, ...row, ...planColumns(before, after), ...more } });
    before = after;
  };
  for (const { at: then, proof = 'self', ...answer } of log) {
    push({ cardId, ...answer }, { quality: answer.quality, proof, at: then });
  }
  if (isPlan(before, brought)) return { entries, state: before };
  const { lastReviewedOn, plan, reviews: reviewsAfter, lapses: lapsesAfter } = brought;
  const own = { repetitionsAfter: plan.repetitions, lastReviewedAfter: lastReviewedOn, reviewsAfter, lapsesAfter };
  const restored = { cardId, on: lastReviewedOn, purpose: 'restored', progress: brought } as const;
  push(restored, { quality: NO_QUALITY, at }, own);
  return { entries, state: before };
}

/** The last numbers of the learner's log and of the session, from which counting continues. */
async function lastNumbers(db: Queries, { workspaceId, learnerId, sessionId }: RestoreRequest) {
  const [inLog] = await db
    .select({ last: max(reviews.number) })
    .from(reviews)
    .where(and(eq(reviews.workspaceId, workspaceId), eq(reviews.learnerId, learnerId)));
  const [inSession] = await db
    .select({ last: max(reviews.turn) })
    .from(reviews)
    .where(and(eq(reviews.workspaceId, workspaceId), eq(reviews.sessionId, sessionId)));
  return { number: inLog?.last ?? 0, turn: inSession?.last ?? 0 };
}

/** The statements of `Reviews.restore`, to be run in one transaction. */
export async function restore(db: Queries, request: RestoreRequest): Promise<readonly CardId[]> {
  const { workspaceId, learnerId, sessionId } = request;
  await lockLearner(db, request);
  const scheduler = await readScheduler(db, request);
  const wanted = await newCards(db, request);
  const brought = request.cards.filter(({ cardId }) => wanted.has(cardId));
  const last = await lastNumbers(db, request);
  const read = brought.map((card) => ({ cardId: card.cardId, ...entriesOf(card, request.at, scheduler) }));
  const entries = read.flatMap((card) => card.entries).sort((a, b) => a.order - b.order);
  const rows = entries.map(({ entry }, index): ReviewValues => {
    return {
      ...entry,
      workspaceId,
      learnerId,
      sessionId,
      number: last.number + index + 1,
      turn: last.turn + index + 1,
    };
  });
  for (const some of chunksOf(rows, ROWS_PER_STATEMENT)) await db.insert(reviews).values(some);
  const plans = read.flatMap(({ cardId, state }) =>
    state.kind === 'new' ? [] : [{ workspaceId, learnerId, cardId, ...progressColumns(state) }],
  );
  for (const some of chunksOf(plans, ROWS_PER_STATEMENT)) await db.insert(progress).values(some);
  return brought.map(({ cardId }) => cardId);
}
