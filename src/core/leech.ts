/** Anki's threshold: a card forgotten so often costs more than it teaches, and wants other words. */
export const LEECH_LAPSES = 8;
/** It is said again after each further half of it. */
const AGAIN_EVERY = LEECH_LAPSES / 2;

/** Whether a card is forgotten again and again. */
export function isLeech(lapses: number): boolean {
  return lapses >= LEECH_LAPSES;
}

/** Whether the latest of so many lapses is one at which that is said: at 8, 12, 16 … */
export function becomesLeech(lapsesBefore: number, lapses: number): boolean {
  return lapses > lapsesBefore && isLeech(lapses) && (lapses - LEECH_LAPSES) % AGAIN_EVERY === 0;
}
