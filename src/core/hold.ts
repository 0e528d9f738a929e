import type { LocalDate } from './local-date.js';

/** Why one learner is not asked a card: until a date, on which it comes back, or until they resume it (`null`). */
export type Hold = { readonly until: LocalDate | null };

export function isHeld(hold: Hold | null, on: LocalDate): boolean {
  return hold !== null && (hold.until === null || hold.until > on);
}
