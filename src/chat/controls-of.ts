import type { Control, View } from './port.js';

/** Every control of a view, those of its rows first. */
export function controlsOf({ body, controls = [] }: View): readonly Control[] {
  return [
    ...body.flatMap((block) => (block.kind === 'rows' ? block.rows.flatMap((row) => row.controls) : [])),
    ...controls,
  ];
}
