import { type Columns, columnsOf } from '../csv/column-names.js';
import type { Csv } from '../csv/rows.js';

/** Header lines that only Anki writes. */
const SURE = /^#(?:separator|html|(?:tags|deck|notetype|guid) column):/iu;
const KNOWN = /^#(?:separator|html|tags|columns|deck|notetype|guid|if matches)(?: column)?:/iu;
/** Byte order marks, and the zero bytes of UTF-16. */
const MARKS = /^(?:ï»¿|ÿþ|þÿ)|\0/gu;
const LOOKED_AT = 1000;

/** Whether a file begins with the header of Anki's plain-text notes. */
export function isAnkiText(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, LOOKED_AT)).toString('latin1').replace(MARKS, '');
  const [first = '', second = ''] = start.split(/\r\n|\r|\n/u, 2);
  return SURE.test(first) || (KNOWN.test(first) && KNOWN.test(second));
}

/** The header of a text file. Columns count from 0; −1 is none. */
export type TextHeader = {
  readonly guid: number;
  readonly typeColumn: number;
  readonly deckColumn: number;
  readonly tagsColumn: number;
  readonly typeName: string;
  readonly deckName: string;
  /** Tags of every note. */
  readonly tags: readonly string[];
  readonly isHtml: boolean;
  /** Which fields are front, back and hint, where the column names say so; by their positions. */
  readonly named: Columns | null;
  /** Whether a column of a row is a field. */
  readonly isField: (index: number) => boolean;
};

const MARKUP = /<(?:br|b|i|u|div|p|span|img|ul|ol|li|em|strong|sup|sub|a|table)\b[^<>]*>|&(?:nbsp|lt|gt|amp);/iu;

export function tagsIn(text: string): readonly string[] {
  return text
    .split(/\s+/u)
    .filter((tag) => tag !== '')
    .slice(0, 100);
}

export function textHeaderOf({ directives, rows, separator }: Csv): TextHeader {
  const column = (name: string): number => {
    const number = Number(directives.get(`${name} column`) ?? 0);
    return Number.isInteger(number) ? number - 1 : -1;
  };
  const names = (directives.get('columns') ?? '').split(separator);
  const [guid, typeColumn, deckColumn] = [column('guid'), column('notetype'), column('deck')];
  const tagsByName = names.findIndex((name) => /^tags$/iu.test(name.trim()));
  const tagsColumn = column('tags') >= 0 ? column('tags') : tagsByName;
  const taken = new Set([guid, typeColumn, deckColumn, tagsColumn]);
  const isField = (index: number): boolean => !taken.has(index);
  const html = directives.get('html')?.toLowerCase();
  return {
    guid,
    typeColumn,
    deckColumn,
    tagsColumn,
    typeName: directives.get('notetype') ?? '',
    deckName: directives.get('deck') ?? '',
    tags: tagsIn(directives.get('tags') ?? ''),
    isHtml: html === undefined ? rows.some(({ cells }) => cells.some((cell) => MARKUP.test(cell))) : html === 'true',
    named: columnsOf(names.filter((_, index) => isField(index))),
    isField,
  };
}
