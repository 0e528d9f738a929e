import type { GuardOptions } from '../model/guard.js';
import type { TutorContext } from '../tutor/context.js';
import type { Config } from './config.js';
import type { Logger } from './log.js';

export type Models = Pick<TutorContext, 'answering' | 'suggesting' | 'nearness'> & {
  /** Aborts the running calls. */
  stop(): void;
};

/** Calls of one kind that may run at once: few enough not to slow down the rest of the program. */
const AT_ONCE = 4;

/** The longest that a person who sends notes waits for a model's suggestions, in milliseconds. */
const LONGEST_SUGGESTING_MS = 90_000;

/** Opens the configured models. Their clients are loaded only where one is configured. */
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
