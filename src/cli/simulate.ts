import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { RETENTION_PERCENT } from '../core/scheduling.js';
import type { Summary } from '../scheduling/simulate/summary.js';
import { type ExitCode, type Io, printJson, usageError } from './io.js';
import { say } from './messages/say.js';
import { COMPARED, type CompareOptions, compare } from './simulate/compare.js';
import { type Compared, comparisonPlot, daysPlot } from './simulate/plots.js';

export type SimulateOptions = {
  readonly learners: string;
  readonly days: string;
  readonly new: string;
  readonly cards: string | null;
  readonly retention: string;
  readonly skip: string;
  readonly seed: string;
  readonly json: boolean;
  /** A folder for the pictures; `null` for none. */
  readonly plots: string | null;
};

const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most);
const { least: leastRetention, most: mostRetention } = RETENTION_PERCENT;

const FIELDS = {
  learners: whole(1, 100_000),
  days: whole(1, 3650),
  new: whole(0, 1000),
  cards: whole(1, 1_000_000),
  retention: z.coerce
    .number()
    .min(leastRetention / 100)
    .max(mostRetention / 100),
  skip: z.coerce.number().min(0).max(0.95),
  seed: whole(0, 2 ** 31),
} as const;

function numberOf(io: Io, name: keyof typeof FIELDS, typed: string): number {
  const result = FIELDS[name].safeParse(typed);
  if (result.success) return result.data;
  const { minValue, maxValue } = FIELDS[name];
  throw usageError(io, 'usage.number', { name: `--${name}`, least: minValue ?? 0, most: maxValue ?? 0, value: typed });
}

function parse(io: Io, options: SimulateOptions): CompareOptions {
  const days = numberOf(io, 'days', options.days);
  const newPerDay = numberOf(io, 'new', options.new);
  return {
    learners: numberOf(io, 'learners', options.learners),
    days,
    newPerDay,
    // Enough that there is always a new one: a deck that ends is another question.
    cards: options.cards === null ? Math.max(1, days * newPerDay) : numberOf(io, 'cards', options.cards),
    retentionPercent: Math.round(numberOf(io, 'retention', options.retention) * 100),
    skipped: numberOf(io, 'skip', options.skip),
    seed: numberOf(io, 'seed', options.seed),
  };
}

/** How often it is said how far a simulation is, in milliseconds. */
const TELL_EVERY_MS = 1000;

function run(io: Io, options: CompareOptions): readonly Compared[] {
  let toldAt = io.now();
  return COMPARED.map((name) => {
    const summary = compare(options, name, (learner) => {
      if (io.now() - toldAt < TELL_EVERY_MS) return;
      toldAt = io.now();
      const values = { name: say(io.language, `simulate.name.${name}`), learner, learners: options.learners };
      io.err(say(io.language, 'simulate.progress', values));
    });
    return { name, summary };
  });
}

function rowOf(io: Io, { name, summary }: Compared): readonly string[] {
  const number = (value: number, digits: number) =>
    new Intl.NumberFormat(io.language, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
  const share = (value: number) =>
    new Intl.NumberFormat(io.language, { style: 'percent', maximumFractionDigits: 1 }).format(value);
  const { perDay, peak, known, remembered, met, answersPerCard } = summary;
  return [
    say(io.language, `simulate.name.${name}`),
    number(perDay, 1),
    number(peak.middle, 2),
    number(peak.most, 2),
    number(peak.worst, 2),
    share(known),
    share(remembered / Math.max(1, met)),
    number(answersPerCard, 1),
  ];
}

const COLUMNS = ['scheduler', 'per-day', 'peak', 'peak-most', 'peak-worst', 'known', 'remembered', 'answers'] as const;

function printTable(io: Io, compared: readonly Compared[]): void {
  const rows = [
    COLUMNS.map((column) => say(io.language, `simulate.column.${column}`)),
    COLUMNS.map(() => '---'),
    ...compared.map((one) => rowOf(io, one)),
  ];
  for (const row of rows) io.out(`| ${row.join(' | ')} |`);
}

function jsonOf({ name, summary }: Compared): { readonly scheduler: string } & Summary {
  return { scheduler: name, ...summary };
}

/** `repaso simulate`: what SM-2 and FSRS come to over a year of people who forget in a known way. */
export async function simulate(io: Io, options: SimulateOptions): Promise<ExitCode> {
  const parsed = parse(io, options);
  const compared = run(io, parsed);
  if (options.json) printJson(io, { ...parsed, schedulers: compared.map(jsonOf) });
  else printTable(io, compared);
  if (options.plots === null) return 0;
  try {
    await mkdir(options.plots, { recursive: true });
    await writeFile(path.join(options.plots, 'schedulers-days.svg'), daysPlot(io.language, compared));
    await writeFile(path.join(options.plots, 'schedulers.svg'), comparisonPlot(io.language, compared));
  } catch (error) {
    throw usageError(io, 'usage.out', { file: options.plots, reason: error instanceof Error ? error.message : '' });
  }
  return 0;
}
