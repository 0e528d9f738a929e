import type { GuardOptions } from '../model/guard.js';
import type { TutorContext } from '../tutor/context.js';
import type { Config } from './config.js';
import type { Logger } from './log.js';

export type Models = Pick<TutorContext, 'answering' | 'suggesting' | 'nearness'> & {
  /** Ends what is being asked. */
  stop(): void;
};

/** Calls of one kind that may run at once: few enough that the rest of the program hardly notices. */
const AT_ONCE = 4;

/** Nobody who sends notes waits longer for what a model suggests, in milliseconds. */
const LONGEST_SUGGESTING_MS = 90_000;

/** The models that are configured. What they need is loaded only where there is one. */
export async function openModels(
  { answers, suggests, embeddings }: Config['models'],
  logger: Logger,
  now: () => number,
): Promise<Models> {
  if (answers === null && embeddings === null) return { answering: null, suggesting: null, nearness: null, stop() {} };
  const { openAnswerModel, openEmbedder } = await import('../model/open-models.js');
  const { guardAnswerModel, guardEmbedder } = await import('../model/guard.js');
  const { createNearness } = await import('../tutor/ask/answering/nearness.js');
  const ending = new AbortController();
  const open = { stop: ending.signal };
  const guard: GuardOptions = { logger, now, atOnce: AT_ONCE };
  const answering =
    answers === null
      ? null
      : { model: guardAnswerModel(openAnswerModel(answers, open), guard), dailyTokens: answers.dailyTokens };
  const timeLimit = () => AbortSignal.timeout(LONGEST_SUGGESTING_MS);
  return {
    answering,
    suggesting: answering === null || suggests === null ? null : { ...answering, into: suggests, timeLimit },
    nearness:
      embeddings === null
        ? null
        : createNearness({
            embedder: guardEmbedder(openEmbedder(embeddings, open), guard),
            dailyTokens: embeddings.dailyTokens,
            report: (error) => logger.warn({ err: error }, 'embeddings failed; the words of the notes are enough'),
          }),
    stop: () => ending.abort(),
  };
}
