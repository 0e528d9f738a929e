import { DrizzleQueryError } from 'drizzle-orm';
import { isReported } from './open/unavailable.js';

/**
 * A key that another has taken; a row that was given none because what it was worked out from has changed; a lock that two
 * held against each other.
 */
const TAKEN = new Set(['23505', '23502', '40P01']);
/** Each time somebody else was first; so many others of one person there are not. */
const MOST_TRIES = 100;

function isTaken(error: unknown): boolean {
  return error instanceof DrizzleQueryError && isReported(error.cause) && TAKEN.has(error.cause.code);
}

/** Does work that changes nothing where another has taken a key that it was to have, until it has one. */
export async function untilFree<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isTaken(error) || tries === MOST_TRIES) throw error;
    }
  }
}
