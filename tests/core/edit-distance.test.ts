import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allowedEdits, editDistance } from '../../src/core/edit-distance.js';

describe('edits', () => {
  it.each([
    ['docker', 'docker', 0],
    ['docker', 'dokcer', 1],
    ['docker', 'doker', 1],
    ['promitius', 'prometheus', 3],
    ['ca', 'abc', 3],
  ])('%s and %s are %i apart', (left, right, distance) => expect(editDistance(left, right, 5)).toBe(distance));

  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
  it('are the same both ways, and never over the limit plus one', () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 8 }), (left, right, limit) => {
        const distance = editDistance(left, right, limit);
        expect(distance).toBe(editDistance(right, left, limit));
        expect(distance).toBeLessThanOrEqual(limit + 1);
        expect(distance).toBe(Math.min(editDistance(left, right, 99), limit + 1));
      }),
    );
  });
  it('are none where nothing differs, and only there', () => {
    fc.assert(
      fc.property(word, word, (left, right) => {
        expect(editDistance(left, right, 9) === 0).toBe(left === right);
      }),
    );
  });
  it('are allowed by length', () => {
    expect([2, 3, 6, 9, 30].map(allowedEdits)).toEqual([0, 1, 2, 3, 4]);
  });

  /** The definition, letter by letter, without any shortcut. */
  function plainly(left: string, right: string): number {
    const table = Array.from({ length: left.length + 1 }, (_, row) =>
      Array.from({ length: right.length + 1 }, (_, column) => (row === 0 ? column : column === 0 ? row : 0)),
    );
    const at = (row: number, column: number) => table[row]?.[column] ?? 0;
    for (let row = 1; row <= left.length; row += 1) {
      for (let column = 1; column <= right.length; column += 1) {
        const ways = [at(row - 1, column) + 1, at(row, column - 1) + 1];
        ways.push(at(row - 1, column - 1) + (left[row - 1] === right[column - 1] ? 0 : 1));
        const isSwap =
          row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
        if (isSwap) ways.push(at(row - 2, column - 2) + 1);
        table[row]![column] = Math.min(...ways);
      }
    }
    return at(left.length, right.length);
  }

  it('are those of the definition', () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 8 }), (left, right, limit) => {
        expect(editDistance(left, right, limit)).toBe(Math.min(plainly(left, right), limit + 1));
      }),
      { numRuns: 2000 },
    );
  });
});
