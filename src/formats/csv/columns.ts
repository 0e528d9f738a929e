/**
 * The columns of Repaso's CSV, version 1: one row for each card and learner, or one for a card that nobody has
 * reviewed. Lists and the log are JSON in their cell; dates are local dates, intervals days, the E-Factor whole
 * hundredths. The first column names the format and holds its version in every row. Columns are only ever added.
 */
export const COLUMNS = [
  'repaso',
  'deck',
  'deck_name',
  'language',
  'card',
  'kind',
  'front',
  'back',
  'context',
  'hint',
  'choices',
  'tags',
  'source_file',
  'source_line',
  'passage',
  'paused',
  'learner',
  'learner_name',
  'ease_hundredths',
  'interval_days',
  'repetitions',
  'due',
  'last_reviewed',
  'reviews',
  'lapses',
  'log',
  'doubt',
] as const;

export type Column = (typeof COLUMNS)[number];
export const CSV_VERSION = 1;
