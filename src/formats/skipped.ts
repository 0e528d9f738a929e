import { type Problem, skippedAt } from '../core/problem.js';

/** Why a part of a file of cards is skipped; the catalogues word each code. */
export const SKIP_CODES = [
  'no-front',
  'no-back',
  'side-too-long',
  'html-too-deep',
  'card-twice',
  'row-unreadable',
  'row-unclear',
  'row-joined',
  'row-doubtful',
  'columns-unread',
  'row-progress',
  'cloze-extra',
  'image-occlusion',
  'media-name',
  'no-notes-inside',
] as const;

export type SkipReason = (typeof SKIP_CODES)[number];

export function isSkipCode(code: string): boolean {
  return SKIP_CODES.some((known) => known === code);
}

/** @param line the row of a table, or the number of a note in a collection, from 1 */
export function skipped(file: string, line: number, reason: SkipReason): Problem {
  return skippedAt(file, line, reason);
}
