import { sidesOf } from '../language/asked-idea.js';
import { anySet } from '../language/lists.js';
import { type ConceptIndex, findConcepts } from './concepts/find-concept.js';
import type { LookupHit } from './found.js';
import { subjectOf } from './text/subject.js';

type SidesIndex = ConceptIndex & { readonly passages: readonly LookupHit['passage'][] };

const BETWEEN = anySet('stands before sides');
/** A less sure name is not what is compared. */
const MIN_SCORE = 0.7;

/**
 * What a question for a difference compares, each by its name: "imagen" and "contenedor" of "diferencia entre imagen y
 * contenedor". Empty where the notes do not have both.
 */
export function comparedSides(words: readonly string[], index: SidesIndex): readonly LookupHit[] {
  const start = words.findIndex((word) => BETWEEN.has(word));
  const sides = sidesOf(words.slice(start + 1)).map((side) => namedBy(side.join(' '), index));
  const found = sides.flatMap((hit) => hit ?? []);
  const distinct = new Set(found.map(({ passage }) => passage.id));
  return found.length === 2 && sides.length === 2 && distinct.size === 2 ? found : [];
}

function namedBy(side: string, index: SidesIndex): LookupHit | null {
  const [best] = [...findConcepts(side, subjectOf(side), index)].sort((a, b) => b.score - a.score);
  const passage = index.passages[best?.passage ?? -1];
  if (best === undefined || passage === undefined || best.score < MIN_SCORE) return null;
  return { passage, score: best.score, match: best.match };
}
