import { cpus, loadavg } from 'node:os';
import type { Arguments } from './arguments.js';
import type { Burst } from './burst.js';
import { importRows, type MeasuredImport, missedByImport } from './import/measure-import.js';
import { LOOKUP_TARGETS, type MeasuredLookup, missedByLookup } from './lookup/measure-lookup.js';
import type { Measured } from './measure-client.js';
import { missedByParser, type ParserMeasured, parserRows } from './notes-parser.js';
import type { Comparison } from './round-trips.js';
import type { Spread } from './statistics.js';
import { missedBy, TARGETS } from './targets.js';

export type Circumstances = {
  readonly processor: string;
  readonly cores: number;
  readonly node: string;
  readonly postgres: string;
  /** Of the minute before the run: what else the machine is busy with. */
  readonly loadBefore: number;
};

export function circumstances(postgres: string): Circumstances {
  const all = cpus();
  return {
    processor: all[0]?.model.trim() ?? 'unknown',
    cores: all.length,
    node: process.version,
    postgres,
    loadBefore: loadavg()[0] ?? 0,
  };
}

/** `null` for what was not measured. */
export type Results = {
  readonly parser: ParserMeasured | null;
  readonly lookup: MeasuredLookup | null;
  readonly imports: readonly MeasuredImport[];
  readonly clients: readonly Measured[];
};

/** Every target that was missed, as a sentence. */
export function missedIn({ parser, lookup, imports, clients }: Results): readonly string[] {
  return [
    ...(parser ? missedByParser(parser) : []),
    ...(lookup ? missedByLookup(lookup) : []),
    ...missedByImport(imports),
    ...clients.flatMap(missedBy),
  ];
}

export function asJson(where: Circumstances, { samples, warmUp }: Arguments, results: Results): string {
  const missed = missedIn(results);
  const targets = { ...TARGETS, lookup: LOOKUP_TARGETS };
  return JSON.stringify({ circumstances: where, samples, warmUp, targets, ...results, missed }, null, 2);
}

const NAME_WIDTH = 28;
const NUMBER_WIDTH = 9;

function row(name: string, cells: readonly string[]): string {
  return `  ${name.padEnd(NAME_WIDTH)}${cells.map((cell) => cell.padStart(NUMBER_WIDTH)).join('')}`.trimEnd();
}

function cellsOf({ p50, p90, p99 }: Spread): readonly string[] {
  return [p50, p90, p99].map((value) => value.toFixed(2));
}

function comparisonRows(name: string, { floor, ours, difference, acknowledged }: Comparison): readonly string[] {
  return [
    row(`${name}, floor`, [...cellsOf(floor), ...cellsOf(acknowledged.floor)]),
    row(`${name}, ours`, [...cellsOf(ours), ...cellsOf(acknowledged.ours)]),
    row('  ours minus the floor', cellsOf(difference)),
  ];
}

function burstRow(name: string, { acknowledgedWithin, answeredWithin }: Burst, right: string): string {
  const time = (value: number | null) => (value === null ? 'never' : value.toFixed(0));
  return row(name, [time(acknowledgedWithin), time(answeredWithin), right]);
}

function clientRows({ title, size, roundTrips, burst }: Measured): readonly string[] {
  const { cards, learners, progress, reviews } = size;
  const { floor, ours } = burst;
  return [
    title,
    `  ${cards} cards, ${learners} learners, ${progress} cards known, ${reviews} reviews`,
    '',
    row('round trip in ms', ['p50', 'p90', 'p99', 'ack p50', 'ack p90', 'ack p99']),
    ...comparisonRows('/explain', roundTrips.explain),
    ...comparisonRows('a grade', roundTrips.grade),
    row('one commit, for comparison', cellsOf(roundTrips.commit)),
    '',
    row(`${ours.commands} commands at once, ms`, ['all ack.', 'answered', 'right']),
    burstRow('floor', floor, '-'),
    burstRow('ours', ours, `${ours.right}`),
    ...[...new Set(ours.failures)].slice(0, 3).map((failure) => `  ${failure}`),
    '',
  ];
}

function lookupRows({ passages, engines, autocomplete, related, quoted }: MeasuredLookup): readonly string[] {
  return [
    `lookup in ${passages} passages`,
    row(
      '',
      ['passages/s', 'p50 ms', 'p90 ms', 'p99 ms', 'right, %'].map((cell) => cell.padStart(11)),
    ),
    ...engines.map(({ name, built, found, right }) =>
      row(
        name,
        [built.toFixed(0), ...cellsOf(found), (100 * right).toFixed(1)].map((cell) => cell.padStart(11)),
      ),
    ),
    '',
    row('Repaso, ms', ['p50', 'p90', 'p99']),
    row('autocomplete', cellsOf(autocomplete)),
    row('related', cellsOf(related)),
    row('found and quoted', cellsOf(quoted)),
    '',
  ];
}

export function asTable(where: Circumstances, { samples }: Arguments, results: Results): string {
  const { processor, cores, node, postgres, loadBefore } = where;
  const missed = missedIn(results);
  const { parser, lookup, imports, clients } = results;
  return [
    `${cores} × ${processor}, Node ${node}, PostgreSQL ${postgres}, load before the run ${loadBefore.toFixed(1)}`,
    ...(clients.length === 0 ? [] : [`${samples} round trips of each kind and side, by turns`]),
    '',
    ...(parser ? parserRows(parser) : []),
    ...(lookup ? lookupRows(lookup) : []),
    ...(imports.length > 0 ? importRows(imports) : []),
    ...clients.flatMap(clientRows),
    ...(missed.length === 0 ? ['Every target is met.'] : missed.map((sentence) => `missed: ${sentence}`)),
    '',
  ].join('\n');
}
