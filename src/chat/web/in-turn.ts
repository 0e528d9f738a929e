import { setImmediate as turn } from 'node:timers/promises';

/** Work of which so much goes on at once; before each piece others of this process have their turn. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

export function createInTurn(atOnce: number): InTurn {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= atOnce) await new Promise<void>((begin) => waiting.push(begin));
    else running += 1;
    try {
      await turn();
      return await work();
    } finally {
      // The place goes to the next, or is free.
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
