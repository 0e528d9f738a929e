import type { Sides } from '../../core/card.js';
import { withEmphasisOf, withoutEmphasis } from '../../notes/read/emphasis.js';

/** The sides as they stand in a form: what stands out is not marked, which is noise there. */
export function editableSides({ front, back }: Sides): Sides {
  return { front: withoutEmphasis(front), back: withoutEmphasis(back) };
}

/** What somebody made of `sidesToWrite(before)`: what stood out still does, where it is still said. */
export function mergeEditedSides(before: Sides, { front, back }: Sides): Sides {
  return { front: withEmphasisOf(before.front, front), back: withEmphasisOf(before.back, back) };
}
