/** Runs work, so much of it at once. What has to wait begins in the order in which it came. */
export type Limiter = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * Where many come at once, those who are still to be acknowledged go before the answers of the others: more answers
 * at once than the database takes would only keep the process busy.
 */
export function createLimiter(most: number): Limiter {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
