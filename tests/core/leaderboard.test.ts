import { describe, expect, it } from 'vitest';
import { learnerId } from '../../src/core/ids.js';
import { rank } from '../../src/core/leaderboard.js';

const person = (name: string, reviews: number, known: number) => ({ learnerId: learnerId(name), name, reviews, known });

describe('the board', () => {
  it('ranks by reviews, then by what was known; equals share a rank', () => {
    const board = rank([
      person('Sam', 5, 4),
      person('Ana', 9, 2),
      person('Luis', 5, 4),
      person('Eva', 5, 5),
      person('Leo', 1, 1),
    ]);
    expect(board.map(({ rank: place, name }) => `${place} ${name}`)).toEqual([
      '1 Ana',
      '2 Eva',
      '3 Luis',
      '3 Sam',
      '5 Leo',
    ]);
  });

  it('leaves out who has not reviewed', () => {
    expect(rank([person('Ana', 0, 0)])).toEqual([]);
  });
});
