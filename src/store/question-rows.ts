import { and, eq, sql } from 'drizzle-orm';
import type { LearnerId, QuestionId, WorkspaceId } from '../core/ids.js';
import type { Instant } from '../core/local-date.js';
import type { Queries } from './database.js';
import type { AskedQuestion } from './interfaces/questions.js';
import { questionPeople, questions } from './schema.js';
import { WITHOUT_WAITING } from './without-waiting.js';

export function hasQuestionId(workspace: WorkspaceId, question: QuestionId) {
  return and(eq(questions.workspaceId, workspace), eq(questions.questionId, question));
}

export function opensGap({ passageId, isGap }: AskedQuestion): boolean {
  return isGap ?? passageId === null;
}

/**
 * Counts one asking. An answered gap that is missed again is reopened. Every answer waits for this statement, so it does not
 * wait for the disk: a server that crashes at once loses a count.
 */
export async function countAsking(db: Queries, workspaceId: WorkspaceId, asked: AskedQuestion, askedAt: Instant) {
  const isMissed = opensGap(asked);
  const missed = isMissed ? 1 : 0;
  await db
    .insert(questions)
    .values({
      workspaceId,
      questionId: asked.id,
      text: asked.text,
      asked: 1,
      missed,
      passageId: asked.passageId,
      gap: isMissed ? 'open' : 'none',
      askedAt,
    })
    .onConflictDoUpdate({
      target: [questions.workspaceId, questions.questionId],
      set: {
        asked: sql`${questions.asked} + 1`,
        missed: sql`${questions.missed} + ${missed}::integer`,
        passageId: asked.passageId,
        askedAt,
        ...(isMissed ? { gap: OPENED } : {}),
      },
    })
    .returning({ waits: WITHOUT_WAITING });
}

const OPENED = sql`case when ${questions.gap} = 'dropped' then 'dropped' else 'open' end`;

/** Opens the gap of a known question; returns whether the question exists. */
export async function openGap(db: Queries, workspace: WorkspaceId, question: QuestionId): Promise<boolean> {
  const found = await db
    .update(questions)
    .set({ gap: OPENED })
    .where(hasQuestionId(workspace, question))
    .returning({ id: questions.questionId });
  return found.length > 0;
}

type PersonPatch = Partial<Pick<typeof questionPeople.$inferInsert, 'waits' | 'helped' | 'wantsMessage'>>;

/** Updates what is stored of a person and an existing question. */
export async function patchPerson(
  db: Queries,
  workspaceId: WorkspaceId,
  questionId: QuestionId,
  learnerId: LearnerId,
  patch: PersonPatch,
  askedAt: Instant,
) {
  await db
    .insert(questionPeople)
    .values({ workspaceId, questionId, learnerId, waits: false, wantsMessage: false, askedAt, ...patch })
    .onConflictDoUpdate({
      target: [questionPeople.workspaceId, questionPeople.questionId, questionPeople.learnerId],
      set: { ...patch },
    });
}
