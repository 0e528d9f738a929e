import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LookupAnswer, LookupHit } from '../../../../src/lookup/lookup.js';
import { fuse } from '../../../../src/tutor/ask/answering/fuse.js';
import { aPassage } from '../../../contracts/store/world.js';

const PASSAGES = Array.from({ length: 12 }, (_, n) => aPassage(`p${n}`));
const passage = (n: number) => PASSAGES[n] ?? aPassage('none');
const hit = (n: number, match: LookupHit['match'], score: number): LookupHit => ({ passage: passage(n), match, score });

function found(results: readonly LookupHit[], answers = true): LookupAnswer {
  return {
    query: 'q',
    answer: answers ? (results[0] ?? null) : null,
    near: null,
    sides: [],
    readings: [],
    results,
    suggestions: [],
  };
}

const ids = ({ results }: LookupAnswer) => results.map((one) => one.passage.id);

describe('two rankings', () => {
  it('become one in which both count', () => {
    const words = found([hit(0, 'text', 0.5), hit(1, 'text', 0.4), hit(2, 'text', 0.3)]);
    expect(ids(fuse(words, [passage(1), passage(3), passage(0)], 10))).toEqual(['p1', 'p0', 'p3', 'p2']);
  });

  it('leave what was found by name in front and as the answer', () => {
    const words = found([hit(0, 'alias', 0.9), hit(1, 'text', 0.4)]);
    const fused = fuse(words, [passage(2), passage(0)], 10);
    expect(fused.answer).toBe(words.answer);
    expect(ids(fused)[0]).toBe('p0');
    expect(new Set(ids(fused)).size).toBe(3);
  });

  it('answer nothing where the words do not', () => {
    expect(fuse(found([hit(0, 'text', 0.1)], false), [passage(1)], 10).answer).toBeNull();
    expect(ids(fuse(found([]), [passage(1)], 10))).toEqual(['p1']);
  });

  it('hold each passage once, best first, no more than asked for', () => {
    const some = fc.uniqueArray(fc.nat(11));
    fc.assert(
      fc.property(some, some, fc.integer({ min: 1, max: 12 }), (words, near, limit) => {
        const hits = words.map((n, index) => hit(n, index < 2 ? 'title' : 'text', 1 / (index + 1)));
        const { results } = fuse(found(hits), near.map(passage), limit);
        expect(results.length).toBeLessThanOrEqual(limit);
        expect(new Set(results.map((one) => one.passage.id)).size).toBe(results.length);
        const texts = results.filter(({ match }) => match === 'text').map(({ score }) => score);
        expect(texts).toEqual([...texts].sort((a, b) => b - a));
        expect(texts.every((score) => score > 0 && score <= 1)).toBe(true);
      }),
    );
  });
});
