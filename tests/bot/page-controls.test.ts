import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clampPage, itemsOn, pageButtons, pageCaption } from '../../src/bot/views/page-controls.js';

const place = fc.record({
  page: fc.integer({ min: -3, max: 40 }),
  size: fc.integer({ min: 1, max: 8 }),
  total: fc.integer({ min: 0, max: 60 }),
});

function turn(at: Parameters<typeof pageButtons>[1], label: string): number | null {
  const found = pageButtons('en', at, 'x.page').find((one) => one.label === label);
  return found === undefined ? null : Number(found.action.args[0]);
}

describe('a list that is shown page by page', () => {
  it('shows every thing once, in order, from the first page to where there is no next', () => {
    fc.assert(
      fc.property(place, (asked) => {
        const all = Array.from({ length: asked.total }, (_, index) => index);
        const seen: number[] = [];
        let page: number | null = 0;
        while (page !== null) {
          const here = clampPage({ ...asked, page });
          expect(turn(here, 'Previous')).toBe(page === 0 ? null : page - 1);
          seen.push(...itemsOn(all, here));
          page = turn(here, 'Next');
        }
        expect(seen).toEqual(all);
      }),
    );
  });

  it('has a page for whatever is asked, and something on it', () => {
    fc.assert(
      fc.property(place, (asked) => {
        const here = clampPage(asked);
        const all = Array.from({ length: asked.total }, (_, index) => index);
        expect(itemsOn(all, here).length > 0).toBe(asked.total > 0);
      }),
    );
  });

  it.each([
    [{ page: 0, size: 5, total: 5 }, []],
    [{ page: 1, size: 5, total: 23 }, ['6–10 de 23']],
    [{ page: 4, size: 5, total: 23 }, ['21–23 de 23']],
    [{ page: 2, size: 5, total: 11 }, ['11 de 11']],
  ])('%j says where one is, where there is more than a page', (at, words) => {
    expect(pageCaption('es', at).map((block) => block.kind === 'caption' && block.text)).toEqual(words);
  });
});
