import { DEFAULT_SCHEDULING, type Scheduling } from '../../core/scheduling.js';
import { runToEnd } from '../../core/steps.js';
import { type Study, simulateLearner } from '../../scheduling/simulate/simulate-learner.js';
import { Summarizer, type Summary } from '../../scheduling/simulate/summary.js';

export const COMPARED = ['sm2', 'sm2-balanced', 'fsrs', 'fsrs-balanced'] as const;
export type CompareName = (typeof COMPARED)[number];

const CHANGES = {
  sm2: {},
  'sm2-balanced': { spread: 'balanced' },
  fsrs: { scheduler: 'fsrs' },
  'fsrs-balanced': { scheduler: 'fsrs', spread: 'balanced' },
} as const satisfies Record<CompareName, Partial<Scheduling>>;

export type CompareOptions = Omit<Study, 'scheduling' | 'reviewsPerDay'> & {
  readonly learners: number;
  readonly seed: number;
  readonly retentionPercent: number;
};

/** Each scheduler with the same learners; `done` is called after each of them. */
export function compare(
  { learners, seed, retentionPercent, ...study }: CompareOptions,
  name: CompareName,
  done: (learner: number) => void,
): Summary {
  const scheduling = { ...DEFAULT_SCHEDULING, ...CHANGES[name], retentionPercent };
  const summarizer = new Summarizer();
  for (let learner = 0; learner < learners; learner += 1) {
    summarizer.add(runToEnd(simulateLearner({ ...study, scheduling, reviewsPerDay: null }, seed + learner)));
    done(learner + 1);
  }
  return summarizer.result();
}
