import { setTimeout as sleep } from 'node:timers/promises';

export type Tries = {
  /** Whether a later try may mend it. @param failures how often it has failed so far, 1 after the first try */
  readonly isPassing: (error: unknown, failures: number) => boolean;
  /** Waits between tries, the last one for all that follow; in milliseconds. */
  readonly waits: readonly number[];
  /** No try begins after this time. */
  readonly until: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Aborted when there is no time left: one more try is made at once, the last. */
  readonly ending: AbortSignal;
};

/** Does something that may fail in passing, as often as there is time. Rejects as the last try does. */
export async function tryAgain<T>(work: () => Promise<T>, tries: Tries): Promise<T> {
  const { isPassing, waits, until, now, ending } = tries;
  for (let failures = 1; ; failures += 1) {
    const isLast = ending.aborted;
    try {
      return await work();
    } catch (error) {
      const wait = waits[Math.min(failures, waits.length) - 1] ?? 0;
      if (isLast || now() + wait > until || !isPassing(error, failures)) throw error;
      await sleep(wait, undefined, { signal: ending }).catch(() => {});
    }
  }
}
