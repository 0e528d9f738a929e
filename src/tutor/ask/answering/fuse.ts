import type { Passage } from '../../../core/card.js';
import type { LookupAnswer, LookupHit } from '../../../lookup/lookup.js';

/** Keeps the first ranks from dominating; the value of the paper. */
const RANK_OFFSET = 60;
/** The score of the best fused result where no text was found by its words. */
const SCORE_OF_MEANING = 0.3;

/**
 * One ranking out of two, by reciprocal ranks (Cormack, Clarke and Büttcher, "Reciprocal Rank Fusion outperforms
 * Condorcet and individual rank learning methods", 2009). Passages found by name stay first. Where no passage answers or
 * comes close by its words, none does: similarity alone is not enough.
 */
export function fuse(found: LookupAnswer, near: readonly Passage[], limit: number): LookupAnswer {
  const named = found.results.filter(({ match }) => match !== 'text');
  const names = new Set(named.map(({ passage }) => passage.id));
  const texts = found.results.filter(({ match }) => match === 'text').map(({ passage }) => passage);
  const lists = [texts, near.filter(({ id }) => !names.has(id))];
  const score = found.results.find(({ match }) => match === 'text')?.score ?? SCORE_OF_MEANING;
  const fused = byReciprocalRanks(lists, score);
  const best = (hit: LookupHit | null) => (hit?.match === 'text' ? (fused[0] ?? hit) : hit);
  return {
    ...found,
    answer: best(found.answer),
    near: best(found.near),
    results: [...named, ...fused].slice(0, limit),
  };
}

function byReciprocalRanks(lists: readonly (readonly Passage[])[], best: number): readonly LookupHit[] {
  const scores = new Map<Passage['id'], { readonly passage: Passage; readonly sum: number }>();
  for (const list of lists) {
    for (const [rank, passage] of list.entries()) {
      const sum = (scores.get(passage.id)?.sum ?? 0) + 1 / (RANK_OFFSET + rank + 1);
      scores.set(passage.id, { passage, sum });
    }
  }
  const ranked = [...scores.values()].sort((left, right) => right.sum - left.sum);
  const most = ranked[0]?.sum ?? 1;
  return ranked.map(({ passage, sum }) => ({ passage, score: (best * sum) / most, match: 'text' }));
}
