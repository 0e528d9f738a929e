import type { Cell } from '../sqlite/read-database.js';

/** A cell as a whole number; 0 for anything else. */
export function numberIn(cell: Cell | undefined): number {
  const value = Number(typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'bigint' ? cell : 0);
  return Number.isFinite(value) ? Math.trunc(value) : 0;
}

/** A cell as text; empty for anything else. */
export function textIn(cell: Cell | undefined): string {
  if (typeof cell === 'string') return cell;
  return typeof cell === 'number' || typeof cell === 'bigint' ? String(cell) : '';
}
