import type { Sides } from '../../core/card.js';
import { withEmphasisOf, withoutEmphasis } from '../../notes/read/emphasis.js';

/** The sides for editing in a form, without the marks of emphasis. */
export function editableSides({ front, back }: Sides): Sides {
  return { front: withoutEmphasis(front), back: withoutEmphasis(back) };
}

/** The edited version of `editableSides(before)`, with emphasis restored on words that are still there. */
export function mergeEditedSides(before: Sides, { front, back }: Sides): Sides {
  return { front: withEmphasisOf(before.front, front), back: withEmphasisOf(before.back, back) };
}
