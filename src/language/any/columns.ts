import { pattern } from '../../core/word-pattern.js';
import { anyList } from '../lists.js';

const DESCRIBES = pattern('iu')`^${anyList('described by')}$`;
const NAMES = pattern(
  'iu',
)`^(?:${anyList('names of columns of names')}|(?:\S+\s)?${anyList('names of columns of options')})$`;
const ASPECTS = pattern('iu')`^(?:|${anyList('names of columns of aspects')})$`;
const COMPARES = pattern('iu')`\s${anyList('compares between')}\s|\b${anyList('compares')}\b`;
const NO_NOUN = pattern('iu')`[?:]|^${anyList('no noun columns')}(?:\s|$)`;
const EMPTY = pattern('iu')`^(?:n\/?a|[-–—?✓✗✔✘x]|${anyList('empty cells')})$`;
const NO_ASPECT = pattern('u')`${anyList('participle endings')}$`;

/** Whether a column says what the things of the first one are: "Descripción". */
export function isDescription(column: string): boolean {
  return DESCRIBES().test(column);
}

/** Whether a first column holds the names of things. */
export function isNameColumn(column: string): boolean {
  return NAMES().test(column);
}

/** Whether the rows of a first column are what things are compared by. */
export function isAspectColumn(column: string): boolean {
  return ASPECTS().test(column);
}

export function comparesThings(title: string): boolean {
  return COMPARES().test(title);
}

/** "Used for", "Cuándo usarlo", "Best for". */
export function isNoNoun(column: string): boolean {
  return NO_NOUN().test(column);
}

/** Participles and their like say how something is rather than what is compared. */
export function saysHow(folded: string): boolean {
  return NO_ASPECT().test(folded);
}

/** "n/a", "✓": a cell from which nothing can be learned. */
export function isEmptyCell(cell: string): boolean {
  return EMPTY().test(cell);
}
