import { describe, expect, it } from 'vitest';
import { DEFAULT_SCHEDULING } from '../../src/core/scheduling.js';
import { runToEnd } from '../../src/core/steps.js';
import { randomOf } from '../../src/scheduling/simulate/random.js';
import { type Study, simulateLearner } from '../../src/scheduling/simulate/simulate-learner.js';
import { Summarizer } from '../../src/scheduling/simulate/summary.js';

const STUDY: Study = {
  ...{ scheduling: DEFAULT_SCHEDULING, newPerDay: 5, reviewsPerDay: null },
  ...{ cards: 200, days: 120, skipped: 0 },
};

function study(change: Partial<Study>, seed = 3) {
  return runToEnd(simulateLearner({ ...STUDY, ...change }, seed));
}

describe('a simulated person', () => {
  it('meets each card once, within the day’s limit, and never more than there are', () => {
    const days = study({});
    expect(days.every(({ met }) => met <= 5)).toBe(true);
    expect(days.at(-1)?.metSoFar).toBe(200);
    expect(days.reduce((sum, { met }) => sum + met, 0)).toBe(200);
  });

  it('is asked no more than the limit of due cards, and catches up later', () => {
    const limited = study({ reviewsPerDay: 8 });
    expect(Math.max(...limited.map(({ due }) => due))).toBe(8);
    const skipping = study({ skipped: 0.5 });
    expect(skipping.filter(({ due, met }) => due + met === 0).length).toBeGreaterThan(30);
    expect(skipping.at(-1)?.remembered ?? 0).toBeLessThan(study({}).at(-1)?.remembered ?? 0);
  });

  it('forgets what nobody asks', () => {
    const asked = study({}).at(-1)?.remembered ?? 0;
    const alone = study({ reviewsPerDay: 0 }).at(-1)?.remembered ?? 0;
    expect(alone).toBeLessThan(asked * 0.85);
    expect(asked).toBeLessThanOrEqual(200);
  });

  it('knows more when asked where FSRS is to keep more', () => {
    const known = (retentionPercent: number) => {
      const summarizer = new Summarizer();
      for (const seed of [1, 2, 3, 4]) {
        summarizer.add(study({ scheduling: { ...DEFAULT_SCHEDULING, scheduler: 'fsrs', retentionPercent } }, seed));
      }
      return summarizer.result();
    };
    const [little, much] = [known(80), known(95)];
    expect(much.known).toBeGreaterThan(little.known + 0.05);
    expect(much.perDay).toBeGreaterThan(little.perDay);
  });

  it('has flatter days where cards are balanced', () => {
    const peak = (spread: 'exact' | 'balanced') => {
      const summarizer = new Summarizer();
      for (const seed of [1, 2, 3]) {
        const scheduling = { ...DEFAULT_SCHEDULING, spread };
        summarizer.add(study({ scheduling, cards: 5 * 200, days: 200 }, seed));
      }
      return summarizer.result().peak;
    };
    const [exact, balanced] = [peak('exact'), peak('balanced')];
    expect(balanced.middle).toBeLessThan(exact.middle);
    expect(balanced.worst).toBeLessThanOrEqual(1.5);
  });
});

it('draws chances evenly', () => {
  const random = randomOf(1);
  const drawn = Array.from({ length: 10_000 }, random);
  expect(drawn.reduce((sum, one) => sum + one, 0) / drawn.length).toBeCloseTo(0.5, 1);
  expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...drawn)).toBeLessThan(1);
});
