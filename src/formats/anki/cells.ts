import type { Cell } from '../sqlite/read-database.js';

/** Whole numbers only; what is none is 0. */
export function numberIn(cell: Cell | undefined): number {
  const value = Number(typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'bigint' ? cell : 0);
  return Number.isFinite(value) ? Math.trunc(value) : 0;
}

/** What is no text is empty. */
export function textIn(cell: Cell | undefined): string {
  if (typeof cell === 'string') return cell;
  return typeof cell === 'number' || typeof cell === 'bigint' ? String(cell) : '';
}
