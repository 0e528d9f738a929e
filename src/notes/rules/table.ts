import type { Table, TableCell, TableRow } from 'mdast';
import { askTerm } from '../grammar/questions.js';
import { inlineOf } from '../inline.js';
import { withoutStop } from '../sentences.js';
import { countWords, lowerFirst, plainMarkdown } from '../text.js';
import type { Draft, Rule, TablePlace } from './rule.js';

const DESCRIBES =
  /^(?:definici[oó]n|descripci[oó]n|resumen|significado|explicaci[oó]n|uso|prop[oó]sito|funci[oó]n|para qu[eé] sirve|qu[eé] (?:hace|es)|meaning|definition|description|summary|explanation|purpose|use|usage|function|what it does)$/iu;
const LONGEST_TERM_WORDS = 6;

type Row = { readonly cells: readonly string[]; readonly line: number };

function rowOf(row: TableRow): Row {
  const cells = row.children.map((cell: TableCell) => inlineOf(cell.children).text);
  return { cells, line: row.position?.start.line ?? 1 };
}

function rowsOf(table: Table): { header: Row; rows: readonly Row[] } {
  const [header, ...rows] = table.children.map(rowOf);
  return { header: header ?? { cells: [], line: 1 }, rows };
}

function averageWords(rows: readonly Row[], column: number): number {
  const counts = rows.map((row) => countWords(row.cells[column] ?? ''));
  return counts.reduce((sum, count) => sum + count, 0) / Math.max(1, counts.length);
}

function draft(front: string, back: string, concept: string, facet: string, line: number): Draft {
  return { kind: 'basic', front, back, concept: plainMarkdown(concept), fact: plainMarkdown(back), facet, line };
}

function bold(cell: string): string {
  return cell.startsWith('`') ? cell : `**${cell}**`;
}

/** Term and description side by side: a glossary. */
function glossary(rows: readonly Row[], place: TablePlace): readonly Draft[] {
  return rows.flatMap(({ cells: [term = '', description = ''], line }) => {
    if (term === '' || description === '') return [];
    const isCode = term.startsWith('`');
    const asked = {
      phrase: bold(term),
      number: 'sg',
      isCode,
      isMember: false,
      isQuality: false,
      isPart: false,
    } as const;
    return [draft(askTerm(description, asked, place.language), description, term, '', line)];
  });
}

/** Two things side by side, row by row: what holds for one when the other is so? */
function comparison(header: Row, rows: readonly Row[], place: TablePlace): readonly Draft[] {
  const [left = '', right = ''] = header.cells;
  const ask = (known: string, fact: string, asked: string) =>
    place.language === 'es'
      ? `${bold(known)}: ${fact}. ¿Y ${bold(asked)}?`
      : `${bold(known)}: ${fact}. And ${bold(asked)}?`;
  return rows.flatMap(({ cells: [a = '', b = ''], line }) => {
    if (a === '' || b === '' || a === b) return [];
    const [known, other] = [withoutStop(a), withoutStop(b)];
    return [draft(ask(right, other, left), a, left, b, line), draft(ask(left, known, right), b, right, a, line)];
  });
}

/** The first column whose cells all differ and are short: it names the rows. */
function namingColumn(header: Row, rows: readonly Row[]): number {
  return header.cells.findIndex((_, column) => {
    const names = rows.map((row) => row.cells[column] ?? '');
    return new Set(names).size === rows.length && averageWords(rows, column) <= LONGEST_TERM_WORDS;
  });
}

/** A row's name and a column's name ask for the cell where they meet. */
function grid(header: Row, rows: readonly Row[], { language }: TablePlace): readonly Draft[] {
  const naming = namingColumn(header, rows);
  return rows.flatMap(({ cells, line }) =>
    cells.flatMap((cell, index) => {
      const [name, column] = [cells[naming] ?? '', header.cells[index] ?? ''];
      if (index === naming || name === '' || column === '' || countWords(cell) === 0) return [];
      const asked = language === 'es' ? `¿${lowerFirst(column)}?` : `${lowerFirst(column)}?`;
      return [draft(`${bold(name)}: ${asked}`, cell, name, column, line)];
    }),
  );
}

/** Tables: glossaries, comparisons and grids. Empty cells give nothing. */
export const table: Rule = (place) => {
  if (place.kind !== 'table') return null;
  const { header, rows } = rowsOf(place.entry.table);
  const [first = '', second = ''] = header.cells;
  if (header.cells.length < 2 || rows.length === 0 || first + second === '') {
    return { skipped: 'table', message: 'a table without names for its columns' };
  }
  const twoColumns = header.cells.length === 2;
  const shortTerms = averageWords(rows, 0) <= LONGEST_TERM_WORDS;
  const isGrid = namingColumn(header, rows) >= 0;
  const isGlossary =
    twoColumns && shortTerms && (DESCRIBES.test(second) || averageWords(rows, 1) > 2.5 * averageWords(rows, 0));
  const drafts = isGlossary
    ? glossary(rows, place)
    : twoColumns
      ? comparison(header, rows, place)
      : isGrid
        ? grid(header, rows, place)
        : [];
  return drafts.length > 0 ? drafts : { skipped: 'table', message: 'a table with nothing to ask for' };
};
