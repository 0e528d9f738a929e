import { describe, expect, it } from 'vitest';
import { cardId } from '../../src/core/ids.js';
import { localDate } from '../../src/core/local-date.js';
import { advance, type LoggedReview, NEW_PROGRESS, replay } from '../../src/core/progress.js';

const review = (
  on: string,
  quality: LoggedReview['quality'],
  purpose: LoggedReview['purpose'] = 'plan',
): LoggedReview => ({
  cardId: cardId('a'),
  on: localDate(on),
  quality,
  purpose,
});

describe('progress', () => {
  it('brings a card back after its interval, counted from the day it was answered', () => {
    expect(advance(NEW_PROGRESS, review('2026-02-27', 5))).toEqual({
      kind: 'reviewed',
      plan: { repetitions: 1, easeHundredths: 260, intervalDays: 1 },
      due: '2026-02-28',
      lastReviewedOn: '2026-02-27',
      reviews: 1,
      lapses: 0,
    });
  });

  it('counts a lapse only for what was known before', () => {
    const log = [review('2026-01-01', 1), review('2026-01-02', 4), review('2026-01-03', 2), review('2026-01-04', 2)];
    expect(replay(log)).toMatchObject({ reviews: 4, lapses: 1, due: '2026-01-05' });
  });

  it('is not moved by a drill', () => {
    const planned = replay([review('2026-01-01', 1)]);
    expect(advance(planned, review('2026-01-01', 4, 'drill'))).toEqual(planned);
  });
});
