import type { Block } from '../port.js';
import { columns, fill, oneLine } from './columns.js';

type Meters = Extract<Block, { kind: 'meters' }>['meters'];

/** Columns of a bar. */
const BAR = 10;
/** Most columns that labels are filled up to, so that one long name does not push all bars out of a phone's window. */
const LABEL = 20;

function bar(value: number, max: number): string {
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  const full = Math.round(share * BAR) || 0;
  return '█'.repeat(full) + '░'.repeat(BAR - full);
}

/** Bars below each other in monospaced text: label, bar, what it says. */
export function metersText(meters: Meters): string {
  const labels = meters.map(({ label }) => oneLine(label));
  const width = Math.min(LABEL, Math.max(0, ...labels.map(columns)));
  return meters
    .map(({ value, max, text }, at) => `${fill(labels[at] ?? '', width)} ${bar(value, max)} ${oneLine(text)}`.trimEnd())
    .join('\n');
}
