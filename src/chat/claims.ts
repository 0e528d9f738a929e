import { isFirstTime } from './first-time.js';

/** Events of which it has been asked whether they are new, and that nobody works on yet. */
export type Claims = {
  /** Whether this is the first delivery; those that come before the work is in line share the answer. */
  of(event: string): Promise<boolean>;
  /** The work is in line: whoever comes now comes too late. */
  taken(event: string): void;
};

/**
 * Asks whether an event is new as soon as it comes, while it is being acknowledged. Of two deliveries the one that is
 * acknowledged first is worked on, whichever asked first.
 */
export function createClaims(deps: Parameters<typeof isFirstTime>[0]): Claims {
  const asked = new Map<string, Promise<boolean>>();
  return {
    of(event) {
      const known = asked.get(event);
      if (known !== undefined) return known;
      const isFirst = isFirstTime(deps, event);
      asked.set(event, isFirst);
      return isFirst;
    },
    taken: (event) => void asked.delete(event),
  };
}
