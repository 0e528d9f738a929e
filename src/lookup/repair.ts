import { allowedEdits, editDistance } from '../core/edit-distance.js';

/** With fewer letters nothing is a slip of the finger. */
const SHORTEST = 3;
/** In a shorter word another letter makes another word. */
const SHORTEST_CHANGED = 4;
/** Shorter words are taken for others only where they begin alike. */
const FREE_BEGINNING = 9;

/**
 * In how many edits a word that was typed may be meant for another, or `null` where it is another word: short words and
 * those with another beginning are. A letter that was left out is forgiven anywhere.
 */
export function repairEdits(typed: string, meant: string): number | null {
  const allowed = typed.length < SHORTEST ? 0 : allowedEdits(typed.length);
  const distance = editDistance(typed, meant, allowed);
  if (allowed === 0 || distance > allowed) return null;
  if (distance === 1 && meant.length > typed.length) return distance;
  if (typed.length < SHORTEST_CHANGED) return null;
  if (typed[0] === meant[0] || typed.length >= FREE_BEGINNING) return distance;
  const changesPlaces = typed[0] === meant[1] && typed[1] === meant[0];
  return distance === 1 && (changesPlaces || typed.length > 5) ? distance : null;
}
