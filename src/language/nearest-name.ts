import { allowedEdits, editDistance } from '../core/edit-distance.js';
import { fold } from '../core/text.js';

/** A name that begins with what was typed is meant sooner than one that differs by a letter. */
const BEGINNING = 0.5;
/** Letters of a beginning, at least. */
const SHORTEST = 2;

/**
 * The name that was surely meant by a word which is none: the one that begins so, or is a slip of the finger away;
 * `null` where none is. Of names that are as near, the first. Accents and case aside.
 */
export function nearestName(typed: string, names: readonly string[]): string | null {
  const word = fold(typed);
  let nearest: { readonly name: string; readonly distance: number } | null = null;
  for (const name of names) {
    const distance = distanceOf(word, fold(name));
    if (distance !== null && (nearest === null || distance < nearest.distance)) nearest = { name, distance };
  }
  return nearest?.name ?? null;
}

function distanceOf(typed: string, name: string): number | null {
  if (typed === name) return 0;
  if (typed.length >= SHORTEST && name.startsWith(typed)) return BEGINNING;
  const allowed = Math.min(2, allowedEdits(typed.length));
  const distance = editDistance(typed, name, allowed);
  return distance <= allowed ? distance : null;
}
