import type { Lookup } from '../../lookup/lookup.js';
import { asksNothing } from './notes-coverage.js';

/** Longer queries are cut. */
const MAX_QUERY_LENGTH = 300;

/** The query without surrounding space, cut to a length. */
export function trimQuery(query: string): string {
  return query.trim().slice(0, MAX_QUERY_LENGTH);
}

/** The same, and `''` where nothing is asked yet ("que es") and nothing in the notes is called so. */
export function readQuery(lookup: Lookup, query: string): string {
  const asked = trimQuery(query);
  if (!asksNothing(asked)) return asked;
  const { answer } = lookup.find(asked, 1);
  return answer === null || answer.match === 'text' ? '' : asked;
}
