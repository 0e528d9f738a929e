/** Requests that are being worked on, and what the latest ones came to. */
export type InFlight<Result> = {
  /**
   * Runs `work`, unless a request of this key runs or ran before: then its result is given again. A request that was
   * sent twice, because its answer was lost on the way, acts once.
   */
  once(key: string, work: () => Promise<Result>): Promise<Result>;
  /** Takes nothing new; resolves when what runs has ended. */
  drain(): Promise<void>;
  readonly draining: boolean;
};

/** Requests remembered in this process, so that one sent twice acts once; what must outlive it is in the database. */
const REMEMBERED = 2_000;

/** @param isDone whether a result stands: what was refused may be tried again under the same key */
export function createInFlight<Result>(
  isDone: (result: Result) => boolean = () => true,
  remembered = REMEMBERED,
): InFlight<Result> {
  const results = new Map<string, Promise<Result>>();
  const running = new Set<Promise<unknown>>();
  let draining = false;

  function forgetOldest(): void {
    const oldest = results.keys().next();
    if (results.size > remembered && !oldest.done) results.delete(oldest.value);
  }

  return {
    once(key, work) {
      const known = results.get(key);
      if (known !== undefined) return known;
      const result = work();
      results.set(key, result);
      running.add(result);
      const settle = (stands: boolean): void => {
        running.delete(result);
        if (!stands) results.delete(key);
      };
      result.then(
        (value) => settle(isDone(value)),
        () => settle(false),
      );
      forgetOldest();
      return result;
    },
    async drain() {
      draining = true;
      await Promise.allSettled([...running]);
    },
    get draining() {
      return draining;
    },
  };
}
