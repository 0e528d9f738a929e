import type { Language } from '../../core/language.js';
import type { Summary } from '../../scheduling/simulate/summary.js';
import { say } from '../messages/say.js';
import type { CompareName } from './compare.js';
import { chart, type Line, type Panel } from './svg.js';

export type Compared = { readonly name: CompareName; readonly summary: Summary };

const WEEK = 7;
const STEP = 10;

function nameOf(language: Language, name: CompareName): string {
  return say(language, `simulate.name.${name}`);
}

function highest(lists: readonly (readonly number[])[]): number {
  const most = lists.reduce((found, values) => values.reduce((one, value) => Math.max(one, value), found), 1);
  return Math.ceil(most / STEP) * STEP;
}

/** The mean of the week before, since days alone hide what they lead to. */
function weekly(values: readonly number[]): readonly number[] {
  return values.map((_, day) => {
    const some = values.slice(Math.max(0, day - WEEK + 1), day + 1);
    return some.reduce((total, value) => total + value, 0) / some.length;
  });
}

function under(language: Language, days: number): Panel['under'] {
  const day = (count: number) => say(language, 'simulate.day', { day: Math.round(count) });
  return [day(1), day(days / 2), day(days)];
}

/** One person's days under each scheduler. */
export function daysPlot(language: Language, compared: readonly Compared[]): string {
  const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
  const to = highest(compared.map(({ summary }) => summary.oneLearner));
  const panels = compared.map(({ name, summary }, colour): Panel => {
    const typical = summary.oneLearner.slice(-Math.max(1, summary.oneLearner.length - 60));
    const mean = typical.reduce((total, load) => total + load, 0) / typical.length;
    return {
      title: nameOf(language, name),
      lines: [{ name, values: summary.oneLearner, colour }],
      marks: [{ at: mean, name: say(language, 'simulate.mean', { mean: Math.round(mean) }) }],
      from: 0,
      to,
      written: (value) => whole.format(value),
      under: under(language, summary.oneLearner.length),
    };
  });
  return chart(say(language, 'simulate.plot.days'), panels, []);
}

/** What an average person does and remembers, all schedulers in one. */
export function comparisonPlot(language: Language, compared: readonly Compared[]): string {
  const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
  const share = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  const days = compared[0]?.summary.average.length ?? 0;
  const lines = (of: (summary: Summary) => readonly number[]): readonly Line[] =>
    compared.map(({ name, summary }, colour) => ({ name: nameOf(language, name), values: of(summary), colour }));
  const load = lines(({ average }) => weekly(average));
  const kept = lines(({ rememberedByWeek }) => rememberedByWeek);
  const common = { marks: [], under: under(language, days) };
  const panels: readonly Panel[] = [
    {
      ...{ ...common, title: say(language, 'simulate.plot.load'), lines: load, from: 0 },
      ...{ to: highest(load.map(({ values }) => values)), written: (value) => whole.format(value) },
    },
    {
      ...{ ...common, title: say(language, 'simulate.plot.kept'), lines: kept, from: 0.8, to: 1 },
      ...{ written: (value) => share.format(value) },
    },
  ];
  return chart(say(language, 'simulate.plot.comparison'), panels, load);
}
