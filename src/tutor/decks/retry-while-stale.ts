/** How often a change is tried again when somebody else changed the deck in between. */
const ATTEMPTS = 5;

/** The result of an attempt that somebody else's change made stale. */
export const STALE = Symbol('stale');

/**
 * Repeats an attempt while somebody else changes the same thing in the meantime. Throws after a few times, since something
 * then keeps changing it.
 *
 * @param what is changed, for the log
 */
export async function retryWhileStale<T>(what: string, attempt: () => Promise<T | typeof STALE>): Promise<T> {
  for (let tried = 1; tried <= ATTEMPTS; tried += 1) {
    const result = await attempt();
    if (result !== STALE) return result;
  }
  throw new Error(`${what} keeps changing while it is changed`);
}
