import { DEFAULT_MAX_INTERVAL_DAYS } from './sm2.js';
import { type EasyDays, NO_EASY_DAYS } from './spread.js';

export const SCHEDULERS = ['sm2', 'fsrs'] as const;
export type SchedulerName = (typeof SCHEDULERS)[number];

/** Whether a card comes back on exactly the day of its plan, or on one near it on which fewer wait. */
export const SPREADS = ['exact', 'balanced'] as const;
export type Spread = (typeof SPREADS)[number];

/** What decides when a person's cards come back. With the log of their reviews it decides all of their progress. */
export type Scheduling = {
  readonly scheduler: SchedulerName;
  /** Whose choice the scheduler is: it follows the workspace until a person chooses. */
  readonly chosenBy: 'workspace' | 'person';
  /** FSRS plans a card for the day on which it is still known with this probability, in percent. */
  readonly retentionPercent: number;
  readonly spread: Spread;
  /** Counts only where the spread is balanced. */
  readonly easyDays: EasyDays;
  readonly maxIntervalDays: number;
  /** SM-2: whether what was known although it was late grows by the longer time. FSRS always counts it. */
  readonly overdueCredit: boolean;
};

/**
 * SM-2 as published, to the day. Balancing is off until somebody asks for it: what a grade promises is then what the
 * text says, and a person with ten new cards a day seldom feels a peak.
 */
export const DEFAULT_SCHEDULING: Scheduling = {
  scheduler: 'sm2',
  chosenBy: 'workspace',
  retentionPercent: 90,
  spread: 'exact',
  easyDays: NO_EASY_DAYS,
  maxIntervalDays: DEFAULT_MAX_INTERVAL_DAYS,
  overdueCredit: false,
};

/** The values offered for each. */
export const SCHEDULING_CHOICES = {
  retentionPercent: [80, 85, 88, 90, 92, 95],
  maxIntervalDays: [90, 180, 365, 1095, DEFAULT_MAX_INTERVAL_DAYS],
} as const;

export const RETENTION_PERCENT = { least: 80, most: 95 } as const;
