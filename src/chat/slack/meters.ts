import { barOf } from '../bar.js';
import type { Block } from '../port.js';
import { columns, fill, oneLine } from './columns.js';

type Meters = Extract<Block, { kind: 'meters' }>['meters'];

/** Most columns that labels are filled up to, so that one long name does not push all bars out of a phone's window. */
const LABEL = 20;

/** Bars below each other in monospaced text: label, bar, what it says. */
export function metersText(meters: Meters): string {
  const labels = meters.map(({ label }) => oneLine(label));
  const width = Math.min(LABEL, Math.max(0, ...labels.map(columns)));
  return meters
    .map(({ value, max, text }, at) =>
      `${fill(labels[at] ?? '', width)} ${barOf(value, max)} ${oneLine(text)}`.trimEnd(),
    )
    .join('\n');
}
