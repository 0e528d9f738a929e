import type { Doubt, DoubtReason } from '../../core/card.js';

/** What speaks against a card, and by how much it lowers its score. */
export type Risk = { readonly reason: DoubtReason; readonly by: number };

/**
 * How sure a rule is of a card that it made: what its form is worth, less what speaks against this one. The reason told is
 * the one that weighs most.
 *
 * @param form the score of a card of this form against which nothing speaks, from 0 to 1
 * @param reason what is told where the form alone makes it doubtful
 */
export function doubtOf(form: number, reason: DoubtReason, risks: readonly (Risk | null)[]): Doubt {
  const found = risks.filter((risk) => risk !== null);
  const score = found.reduce((left, { by }) => left - by, form);
  const heaviest = found.reduce<Risk | null>((most, risk) => (most && most.by >= risk.by ? most : risk), null);
  return { reason: heaviest?.reason ?? reason, score: Math.min(1, Math.max(0, Math.round(score * 100) / 100)) };
}

/** A risk where it is there. */
export function risk(isThere: boolean, reason: DoubtReason, by: number): Risk | null {
  return isThere ? { reason, by } : null;
}
