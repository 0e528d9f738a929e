import { type ChatAdapter, parseDestination, type View } from '../chat/port.js';
import type { WorkspaceId } from '../core/ids.js';
import { findPendingAnswers, finishPendingAnswer, type PendingAnswer } from '../tutor/ask/pending-answers.js';
import type { TutorContext } from '../tutor/context.js';
import type { RoundLogger } from './daily-round.js';

type AnswerRoundDeps = {
  readonly context: () => TutorContext;
  readonly adapterOf: (platform: string) => ChatAdapter | undefined;
  readonly render: (toTell: PendingAnswer) => View;
  readonly logger: RoundLogger;
};

/**
 * Writes to people who asked for a message once the notes answer their question. Only workspaces whose notes have changed
 * since the last round are searched. Never rejects.
 */
export function createAnswerRound(deps: AnswerRoundDeps): () => Promise<void> {
  const seen = new Map<WorkspaceId, string>();
  return async () => {
    try {
      for (const toTell of await findPendingAnswers(deps.context(), seen)) await sendAnswer(deps, toTell, seen);
    } catch (error) {
      deps.logger.warn({ err: error }, 'answers could not be brought to those who wait; the next round is in a minute');
    }
  };
}

async function sendAnswer(deps: AnswerRoundDeps, toTell: PendingAnswer, seen: Map<WorkspaceId, string>): Promise<void> {
  const { waiting, learner } = toTell;
  const destination = parseDestination(learner.destination);
  const adapter = destination === null ? undefined : deps.adapterOf(destination.platform);
  const key = `answer:${waiting.workspaceId}:${waiting.question.id}:${waiting.learnerId}:${waiting.askedAt}`;
  if (destination === null || adapter === undefined || adapter.state() !== 'connected') {
    seen.delete(waiting.workspaceId);
    return;
  }
  const { status } = await adapter.send(destination, deps.render(toTell), key);
  // A person who cannot be written to sees the answer at their next visit.
  if (status === 'sent') await finishPendingAnswer(deps.context(), toTell);
  if (status === 'rate-limited') seen.delete(waiting.workspaceId);
}
