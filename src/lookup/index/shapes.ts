import type { Passage } from '../../core/card.js';
import { opensYesOrNo, type Wanted } from '../../language/any/asking.js';
import { searchWords } from '../../language/search-words.js';

/** What the form of a passage can answer. */
export type Shape = ReadonlySet<Wanted>;

const CODE = /`|<code>|<pre>|^ {4}\S/mu;
const POINT = /^\s*(?:[-*+]|\d{1,3}[.)])\s/gmu;
const POINTS = 3;
const OPENING = 80;

/** How much more a passage counts whose form answers what is asked, as a share of the best score. Measured. */
const WORTH = new Map<Wanted, number>([
  ['way', 0.2],
  ['several', 0.2],
  ['yes or no', 0.5],
]);

/** Code shows a way, a list names several, and "Yes" or "False" at the beginning decides. */
export function shapeOf({ body }: Passage): Shape {
  const shape = new Set<Wanted>();
  if (CODE.test(body)) shape.add('way');
  if ((body.match(POINT) ?? []).length >= POINTS) shape.add('several');
  if (opensYesOrNo(searchWords(body.slice(0, OPENING))[0] ?? '')) shape.add('yes or no');
  return shape;
}

/** The share of the best score that a form adds. */
export function worthOf(shape: Shape | undefined, wanted: ReadonlySet<Wanted>): number {
  let sum = 0;
  for (const one of wanted) if (shape?.has(one)) sum += WORTH.get(one) ?? 0;
  return sum;
}
