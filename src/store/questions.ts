import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lt, ne, notInArray, type SQL, sql } from 'drizzle-orm';
import type { LearnerId, PassageId, QuestionId } from '../core/ids.js';
import { instant } from '../core/local-date.js';
import type { Database, Queries } from './database.js';
import {
  type GapState,
  type Gaps,
  KEPT_QUESTIONS,
  type KnowledgeGap,
  type Questions,
  type RaisedGaps,
  type Waiter,
  type Waiters,
} from './interfaces/questions.js';
import { countAsking, hasQuestionId, openGap, opensGap, patchPerson } from './question-rows.js';
import { questionPeople, questions } from './schema.js';

const QUESTION = {
  id: questions.questionId,
  text: questions.text,
  passageId: questions.passageId,
  gap: questions.gap,
};

const OF_QUESTION = and(
  eq(questionPeople.workspaceId, questions.workspaceId),
  eq(questionPeople.questionId, questions.questionId),
);

function selectWaiting(db: Queries) {
  return db
    .select({
      workspaceId: questionPeople.workspaceId,
      learnerId: questionPeople.learnerId,
      helped: questionPeople.helped,
      askedAt: questionPeople.askedAt,
      question: QUESTION,
    })
    .from(questionPeople)
    .innerJoin(questions, OF_QUESTION)
    .orderBy(asc(questionPeople.askedAt), asc(questionPeople.questionId))
    .$dynamic();
}

function waitingFromRow({ helped, ...row }: Omit<Waiter, 'unhelped'> & { readonly helped: boolean | null }): Waiter {
  return { ...row, unhelped: helped === false };
}

/** The people of a question's rows that meet a condition. */
function peopleWho(condition: SQL) {
  return sql<LearnerId[]>`coalesce(array_agg(${questionPeople.learnerId}) filter (where ${condition}), '{}')`;
}

async function selectGaps(
  db: Queries,
  workspace: Waiter['workspaceId'],
  limit: number,
): Promise<readonly KnowledgeGap[]> {
  const wanting = peopleWho(sql`${questionPeople.wantsMessage}`);
  const unhelped = peopleWho(sql`${questionPeople.helped} = false`);
  return db
    .select({
      id: questions.questionId,
      text: questions.text,
      missed: questions.missed,
      wanting,
      unhelped,
      isRaised: sql<boolean>`${questions.raisedAt} is not null`,
    })
    .from(questions)
    .leftJoin(questionPeople, OF_QUESTION)
    .where(isGap(workspace, 'open'))
    .groupBy(questions.workspaceId, questions.questionId)
    .orderBy(desc(sql`cardinality(${wanting})`), desc(questions.missed), asc(questions.questionId))
    .limit(limit);
}

/** Changes gaps in one statement; returns whether one was in the expected state. */
async function changeGaps(
  db: Queries,
  workspace: Waiter['workspaceId'],
  ids: readonly QuestionId[],
  from: GapState,
  to: { readonly gap: GapState; readonly passageId?: PassageId },
): Promise<boolean> {
  const changed = await db
    .update(questions)
    .set({ ...to })
    .where(and(isGap(workspace, from), inArray(questions.questionId, [...ids])))
    .returning({ id: questions.questionId });
  return changed.length > 0;
}

function isGap(workspace: Waiter['workspaceId'], state: GapState) {
  return and(eq(questions.workspaceId, workspace), eq(questions.gap, state));
}

async function forget(db: Queries, before: number): Promise<void> {
  await db.delete(questions).where(lt(questions.askedAt, instant(before)));
  const full = await db
    .select({ workspaceId: questions.workspaceId })
    .from(questions)
    .groupBy(questions.workspaceId)
    .having(sql`count(*) > ${KEPT_QUESTIONS}`);
  for (const { workspaceId } of full) {
    const kept = db
      .select({ id: questions.questionId })
      .from(questions)
      .where(eq(questions.workspaceId, workspaceId))
      .orderBy(desc(questions.askedAt), asc(questions.questionId))
      .limit(KEPT_QUESTIONS);
    await db
      .delete(questions)
      .where(and(eq(questions.workspaceId, workspaceId), notInArray(questions.questionId, kept)));
  }
}

export function createQuestions({ run, transaction }: Database): Questions {
  return {
    note: (workspace, learner, asked, at) =>
      // What opens no gap takes one statement: most questions do, and the person waits for it.
      !opensGap(asked)
        ? run((db) => countAsking(db, workspace, asked, at))
        : transaction(async (db) => {
            await countAsking(db, workspace, asked, at);
            await patchPerson(db, workspace, asked.id, learner, { waits: true }, at);
          }),
    async get(workspace, question) {
      const [found] = await run((db) => db.select(QUESTION).from(questions).where(hasQuestionId(workspace, question)));
      return found ?? null;
    },
    rate: (workspace, learner, question, helped, at) =>
      transaction(async (db) => {
        const [known] = await db.select(QUESTION).from(questions).where(hasQuestionId(workspace, question));
        if (known === undefined) return 'gone';
        if (!helped) await openGap(db, workspace, question);
        await patchPerson(db, workspace, question, learner, { helped, waits: !helped }, at);
        return 'rated';
      }),
    async askCounts(workspace, limit) {
      const asked = sql<number>`sum(${questions.asked})::integer`;
      const rows = await run((db) =>
        db
          .select({ passageId: questions.passageId, asked })
          .from(questions)
          .where(and(eq(questions.workspaceId, workspace), isNotNull(questions.passageId)))
          .groupBy(questions.passageId)
          .orderBy(desc(asked), asc(questions.passageId))
          .limit(limit),
      );
      return new Map(rows.flatMap(({ passageId, asked: times }) => (passageId === null ? [] : [[passageId, times]])));
    },
    forget: (before) => run((db) => forget(db, before)),
  };
}

export function createGaps({ run }: Database): Gaps {
  return {
    open: (workspace, limit) => run((db) => selectGaps(db, workspace, limit)),
    dropped: (workspace, limit) =>
      run((db) =>
        db
          .select({ id: questions.questionId, text: questions.text })
          .from(questions)
          .where(isGap(workspace, 'dropped'))
          .orderBy(desc(questions.askedAt), asc(questions.questionId))
          .limit(limit),
      ),
    settle: async (workspace, ids, outcome) =>
      (await run((db) => changeGaps(db, workspace, ids, 'open', outcome))) ? 'settled' : 'known',
    reopen: async (workspace, ids) =>
      (await run((db) => changeGaps(db, workspace, ids, 'dropped', { gap: 'open' }))) ? 'open' : 'known',
  };
}

export function createRaisedGaps({ run }: Database): RaisedGaps {
  return {
    async askedSince(at) {
      const rows = await run((db) =>
        db
          .selectDistinct({ workspaceId: questions.workspaceId })
          .from(questions)
          .where(and(eq(questions.gap, 'open'), gte(questions.askedAt, at))),
      );
      return rows.map(({ workspaceId }) => workspaceId);
    },
    async raise(workspace, ids, at) {
      const raised = await run((db) =>
        db
          .update(questions)
          .set({ raisedAt: at })
          .where(and(isGap(workspace, 'open'), inArray(questions.questionId, [...ids]), isNull(questions.raisedAt)))
          .returning({ id: questions.questionId }),
      );
      return raised.length > 0 ? 'raised' : 'known';
    },
  };
}

export function createWaiters({ run, transaction }: Database): Waiters {
  return {
    wantMessage: (workspace, learner, question, at) =>
      transaction(async (db) => {
        if (!(await openGap(db, workspace, question))) return 'gone';
        await patchPerson(db, workspace, question, learner, { waits: true, wantsMessage: true }, at);
        return 'noted';
      }),
    async waitingOf(workspace, learner, limit) {
      const own = and(
        eq(questionPeople.workspaceId, workspace),
        eq(questionPeople.learnerId, learner),
        eq(questionPeople.waits, true),
        ne(questions.gap, 'dropped'),
      );
      return (await run((db) => selectWaiting(db).where(own).limit(limit))).map(waitingFromRow);
    },
    async awaitingMessage(limit) {
      const wanting = and(eq(questionPeople.wantsMessage, true), inArray(questions.gap, ['open', 'answered']));
      return (await run((db) => selectWaiting(db).where(wanting).limit(limit))).map(waitingFromRow);
    },
    async stopWaiting(workspace, learner, question) {
      const waiting = and(
        eq(questionPeople.workspaceId, workspace),
        eq(questionPeople.questionId, question),
        eq(questionPeople.learnerId, learner),
        eq(questionPeople.waits, true),
      );
      const gone = await run((db) =>
        db.delete(questionPeople).where(waiting).returning({ id: questionPeople.questionId }),
      );
      return gone.length > 0;
    },
  };
}
