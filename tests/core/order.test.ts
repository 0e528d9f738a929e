import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CardId, cardId, type PassageId, passageId } from '../../src/core/ids.js';
import { keepApart, mix, orderSession } from '../../src/core/order.js';

type Item = { readonly id: number; readonly group: string };

const groups = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 40 });
const itemsOf = (names: readonly string[]): Item[] => names.map((group, id) => ({ id, group }));
const groupOf = ({ group }: Item): string => group;

function touching(items: readonly Item[]): number {
  return items.filter((item, index) => index > 0 && items[index - 1]?.group === item.group).length;
}

describe('mixing', () => {
  it.each([
    ['the first begins', [1, 2], [9], [1, 9, 2]],
    ['a few among many', [1, 2, 3, 4, 5, 6], [8, 9], [1, 2, 8, 3, 4, 5, 9, 6]],
    ['many among a few', [1], [7, 8, 9], [1, 7, 8, 9]],
    ['nothing among some', [1, 2], [], [1, 2]],
    ['some among nothing', [], [8, 9], [8, 9]],
  ])('%s', (_, first, second, mixed) => {
    expect(mix(first, second)).toEqual(mixed);
  });

  it('keeps each order, begins with the first, and leaves no stretch without the second', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.nat(40), (due, fresh) => {
        const first = Array.from({ length: due }, (__, index) => index);
        const second = Array.from({ length: fresh }, (__, index) => 1_000 + index);
        const mixed = mix(first, second);
        expect(mixed.filter((item) => item < 1_000)).toEqual(first);
        expect(mixed.filter((item) => item >= 1_000)).toEqual(second);
        if (due > 0) expect(mixed[0]).toBe(0);
        for (let length = 1; length <= mixed.length; length += 1) {
          const share = (length * fresh) / mixed.length;
          const found = mixed.slice(0, length).filter((item) => item >= 1_000).length;
          expect(Math.abs(found - share)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe('siblings', () => {
  it('stand beside each other only where nothing else is left to part them', () => {
    fc.assert(
      fc.property(groups, (names) => {
        const items = itemsOf(names);
        const apart = keepApart(items, groupOf);
        const most = Math.max(0, ...[...new Set(names)].map((name) => names.filter((each) => each === name).length));
        expect([...apart].sort((a, b) => a.id - b.id)).toEqual(items);
        const surplus = 2 * most - names.length - 1;
        expect(touching(apart)).toBeLessThanOrEqual(surplus > 0 ? surplus + 1 : 0);
      }),
      { numRuns: 1_000 },
    );
  });

  it('keep their own order, and the others theirs', () => {
    fc.assert(
      fc.property(groups, (names) => {
        const apart = keepApart(itemsOf(names), groupOf);
        for (const name of new Set(names)) {
          const ids = apart.filter(({ group }) => group === name).map(({ id }) => id);
          expect(ids).toEqual([...ids].sort((a, b) => a - b));
        }
        const single = itemsOf(names).map(({ id }) => ({ id, group: String(id) }));
        expect(keepApart(single, groupOf)).toEqual(single);
      }),
    );
  });

  it('have three others between them where there are enough', () => {
    const apart = keepApart(itemsOf(['a', 'a', 'b', 'c', 'd', 'e']), groupOf);
    expect(apart.map(groupOf)).toEqual(['a', 'b', 'c', 'd', 'a', 'e']);
  });
});

describe('the order of a session', () => {
  it('is what was picked, then what is due with the new ones among it', () => {
    const ids = (...names: readonly string[]): CardId[] => names.map(cardId);
    const plan = ids('p', 'd1', 'd2', 'd3', 'd4', 'n1', 'n2');
    const passages = new Map<CardId, PassageId>(plan.map((card) => [card, passageId(card)]));
    const ordered = orderSession(plan, { picked: ids('p'), due: ids('d1', 'd2', 'd3', 'd4') }, passages);
    expect(ordered).toEqual(ids('p', 'd1', 'n1', 'd2', 'd3', 'n2', 'd4'));
    expect(orderSession(plan, { picked: ids('p'), due: ids('d1', 'd2', 'd3', 'd4') }, passages)).toEqual(ordered);
  });
});
