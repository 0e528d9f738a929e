import { isColumnOf } from '../../../language/any/columns.js';
import { looksPlural } from '../../../language/number.js';
import { type CardDraft, type Rule, refusal, type TablePlace } from '../rule.js';
import { isAttribute } from '../topic.js';
import { compared, comparesColumns, pair, properties } from './table/compared.js';
import { type Grid, gridOf, isMatrix, isUntitled } from './table/grid.js';
import { keyedRows } from './table/keyed.js';

/** "Ventajas | Desventajas": two lists side by side, whose rows have nothing to do with each other. */
function isTwoLists({ header }: Grid): boolean {
  return header.length === 2 && header.every((title) => isAttribute(title) && looksPlural(title));
}

/** The thing that a table of two columns tells the properties of: the heading's, or its own; `null` for any other table. */
function thingOf({ header, key }: Grid, { topic }: TablePlace): string | null {
  const [first = '', second = ''] = header;
  if (header.length !== 2 || key !== 0) return null;
  if (second === '') return first;
  return isColumnOf('aspects', first) && isColumnOf('values', second) && topic.kind === 'thing' ? topic.title : null;
}

function draftsIn(grid: Grid, place: TablePlace): readonly CardDraft[] {
  if (isTwoLists(grid)) return [];
  const thing = thingOf(grid, place);
  if (thing !== null) return properties(grid, thing, place);
  const beside = pair(grid, place);
  if (beside !== null) return beside;
  if (grid.key < 0) return [];
  return comparesColumns(grid, place) ? compared(grid, place) : keyedRows(grid, place);
}

/** Tables, by what each of their columns is. Empty cells give nothing. */
export const table: Rule = (place) => {
  if (place.kind !== 'table') return null;
  const grid = gridOf(place.entry.table);
  const { header, rows } = grid;
  if (header.length < 2 || rows.length === 0 || isUntitled(grid)) {
    return refusal('table');
  }
  if (header.some((title) => isColumnOf('plans', title))) {
    return refusal('table-plan');
  }
  if (place.deck.samples.has(place.entry.table)) {
    return refusal('example');
  }
  if (isMatrix(grid)) return refusal('table-figures');
  const drafts = draftsIn(grid, place);
  return drafts.length > 0 ? drafts : refusal('table');
};
