import type { RoundLogger } from './daily-round.js';

/** What grows with every event and may be forgotten after a while. Times are milliseconds since 1970. */
export type Forgetful = { forget(before: number): Promise<void> };

export type Memory = {
  readonly of: Forgetful;
  /** How long it remembers, in milliseconds. */
  readonly keptMs: number;
};

const HOUR_MS = 3_600_000;
/** Platforms repeat an event for hours at most; a daily message is repeated on its day alone. */
export const EVENTS_KEPT_MS = 7 * 24 * HOUR_MS;
/** Questions that nobody has asked for half a year. */
export const QUESTIONS_KEPT_MS = 180 * 24 * HOUR_MS;

/** Forgets what is old, once an hour however often it is called. Never rejects. */
export function createTidy(memories: readonly Memory[], now: () => number, logger: RoundLogger): () => Promise<void> {
  let next = 0;
  return async () => {
    if (now() < next) return;
    next = now() + HOUR_MS;
    try {
      for (const memory of memories) await memory.of.forget(now() - memory.keptMs);
    } catch (error) {
      logger.warn({ err: error }, 'old events could not be forgotten; it is tried again in an hour');
    }
  };
}
