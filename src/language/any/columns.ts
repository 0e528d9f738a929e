import { pattern } from '../../core/word-pattern.js';
import { anyList, anySet } from '../lists.js';
import { nounStem } from '../number.js';
import { fold } from '../text.js';

const SORTS = {
  /** They say what the things of the first column are: "Descripción". */
  description: anySet('described by'),
  names: anySet('names of columns of names'),
  aspects: anySet('names of columns of aspects'),
  values: anySet('columns of values'),
  times: anySet('columns of times'),
  /** What is in them is done or so, and has no name: "Tarea", "Síntoma". */
  phrases: anySet('columns of no names'),
  remarks: anySet('columns of remarks'),
  untold: anySet('columns not asked of'),
  plans: anySet('tables of no facts'),
} as const;
type ColumnSort = keyof typeof SORTS;

const kinds = anyList('names of columns of kinds');
const commands = anyList('names of columns of commands');
const NO_NOUN = pattern('iu')`[?:/\d]|(?:^|\s)${anyList('no noun columns')}$|^${anyList('no noun columns')}\s`;
const COMPARES = pattern('iu')`\s${anyList('compares between')}\s|\b${anyList('compares')}\b`;
const EMPTY = pattern('iu')`^(?:n\/?a|[-–—?✓✗✔✘x]|${anyList('empty cells')}|(?:https?:|www\.)\S+|\W*\\?[cl]?dots\W*)$`;
const LIKE_OTHERS = pattern('iu')`^(?:${anyList('cells like others')}(?=$|[\s,.;:(])|["”〃″^↑←→⬆↓]+$)`;
const YES_OR_NO = pattern('iu')`^[^\p{L}]*${anyList('yes or no')}\s*(?=$|[,.;:(])`;
const SAYS_HOW = pattern('u')`${anyList('participle endings')}$`;

/** Whether a column has a name of that sort. */
export function isColumnOf(sort: ColumnSort, column: string): boolean {
  return SORTS[sort].has(fold(column.replace(/^¿|[?:\s]+$|\s*\([^()]*\)$/gu, '')));
}

function kindNamed(word: string): string | undefined {
  const names = [fold(word), nounStem(word)];
  return [...commands(), ...kinds()].find((kind) => names.includes(fold(kind)));
}

/** Whether things of that kind do something, as commands do. */
export function isOfCommands(kind: string): boolean {
  return commands().includes(kind);
}

/** "campo" and "ficha" of "Campo de la ficha": the kind of its cells, whose names say little without it, and of what. */
export function kindOf(column: string): { readonly kind: string; readonly of: string } | null {
  const whole = kindNamed(column);
  if (whole !== undefined) return { kind: whole, of: '' };
  const [, first = '', tail = ''] = /^(\p{L}+)\s(?:del?|of)\s(?:(?:la|los|las|el|the)\s)?(.+)$/iu.exec(column) ?? [];
  const [, head = '', last = ''] = /^((?:\S+\s)?\S{3,})\s(\p{L}+)$/u.exec(column) ?? [];
  const [opening, closing] = [kindNamed(first), kindNamed(last)];
  if (opening !== undefined) return { kind: opening, of: tail };
  return closing === undefined ? null : { kind: closing, of: head };
}

export function comparesThings(title: string): boolean {
  return COMPARES().test(title);
}

/** "Used for", "Cuándo usarlo", "Can log in?". */
export function isNoNoun(column: string): boolean {
  return (
    NO_NOUN().test(column) ||
    (!/\s/u.test(column) && SAYS_HOW().test(fold(column)) && !isColumnOf('description', column))
  );
}

/** Participles and their like say how something is rather than what is compared. */
export function saysHow(folded: string): boolean {
  return SAYS_HOW().test(folded);
}

/** "n/a", "✓", an address: a cell from which nothing can be learned. */
export function isEmptyCell(cell: string): boolean {
  return EMPTY().test(cell);
}

/** "same, but shorter": what it says is in another cell. */
export function isLikeOthers(cell: string): boolean {
  return LIKE_OTHERS().test(cell);
}

export function saysYesOrNo(cell: string): boolean {
  return YES_OR_NO().test(cell);
}
