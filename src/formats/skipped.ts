import { type Problem, skippedAt } from '../core/problem.js';

/** Why a part of a file of cards is left out. Each has its sentence in the catalogue of the command line. */
const REASONS = {
  'no-front': 'there is nothing on the front',
  'no-back': 'there is nothing on the back',
  'side-too-long': 'a side has over 20,000 characters',
  'html-too-deep': 'the HTML is nested too deeply to be read',
  'card-twice': 'the same card stands in the file before',
  'row-unreadable': 'the row is no card',
  'row-unclear': 'the row has more cells than the others; put a cell that has the separator in it in quotes',
  'row-joined': 'a separator with a space behind it was read as part of the text; put the cell in quotes to be sure',
  'row-doubtful': 'what the row says is not sure to be a card',
  'columns-unread': 'columns beside front, back, hint and tags are not read',
  'row-progress': 'the progress in the row cannot be read',
  'cloze-extra': 'what stands below a sentence with gaps is left out',
  'image-occlusion': 'a card that hides part of a picture',
  'media-name': 'a picture or recording is missing, or its name leads elsewhere',
  'no-notes-inside': 'there are no notes in the archive',
} as const;

export type SkipReason = keyof typeof REASONS;

export const SKIP_CODES: readonly string[] = Object.keys(REASONS);

/** @param line the row of a table, or the number of a note in a collection, from 1 */
export function skipped(file: string, line: number, reason: SkipReason): Problem {
  return skippedAt(file, line, reason, REASONS[reason]);
}
