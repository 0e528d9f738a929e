/** How often a change is tried again when somebody else changed the deck in between. */
const ATTEMPTS = 5;

/** What somebody else's change made stale: it is planned again. */
export const STALE = Symbol('stale');

/**
 * Tries until nobody else has changed what it changes meanwhile. Throws after a handful of times: then something keeps
 * changing it, and trying on would help nobody.
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
