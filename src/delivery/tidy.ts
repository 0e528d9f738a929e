import type { RoundLogger } from './daily-round.js';

/** A store that grows with every event and whose old entries can be deleted. Times are milliseconds since 1970. */
type Forgetful = { forget(before: number): Promise<void> };

type Retention = {
  readonly store: Forgetful;
  /** How long entries are kept, in milliseconds. */
  readonly keepMs: number;
};

const HOUR_MS = 3_600_000;
/** Platforms repeat an event for hours at most; a daily message is repeated on its day alone. */
export const KEEP_EVENTS_MS = 7 * 24 * HOUR_MS;
/** Questions that nobody has asked for half a year. */
export const KEEP_QUESTIONS_MS = 180 * 24 * HOUR_MS;

/** Quizzes that ended half a year ago. */
export const KEEP_QUIZZES_MS = 180 * 24 * HOUR_MS;

/** What was spoken of last in a conversation: by the next day it begins anew. */
export const KEEP_TOPICS_MS = 24 * HOUR_MS;

/** Deletes old entries, at most once an hour however often it is called. Never rejects. */
export function createTidy(
  retentions: readonly Retention[],
  now: () => number,
  logger: RoundLogger,
): () => Promise<void> {
  let next = 0;
  return async () => {
    if (now() < next) return;
    next = now() + HOUR_MS;
    for (const { store, keepMs } of retentions) {
      try {
        await store.forget(now() - keepMs);
      } catch (error) {
        logger.warn({ err: error }, 'what is old could not be forgotten; it is tried again in an hour');
      }
    }
  };
}
