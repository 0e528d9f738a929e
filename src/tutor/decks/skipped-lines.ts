import type { Sides } from '../../core/card.js';
import type { Problem } from '../../core/problem.js';
import { MAX_CARDS } from '../../formats/limits.js';
import { isSkipCode } from '../../formats/skipped.js';
import { isOfWholeFile } from '../../formats/whole-file.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { TutorContext } from '../context.js';
import { chooseInImport, decisionsOf, findDraft, isFromFolder, sourceOf } from './import-drafts.js';
import { sidesFromText } from './sides-from-text.js';

/** A line of sent notes that gives no card, or one card less than it could. */
export type SkippedLine = {
  /** Its number among all skipped lines, the same each time the draft is read. */
  readonly index: number;
  readonly file: string;
  /**
   * From 1: a line of notes, a row of a table or an entry of a collection; `null` for a problem of the whole file.
   */
  readonly position: { readonly kind: 'line' | 'row' | 'entry'; readonly number: number } | null;
  readonly code: string;
  /** @see Problem.tongue */
  readonly tongue?: string;
  /** The line as written, with the lines that belong to it; empty where the file is no text. */
  readonly text: string;
  /** It gives a card, which lacks a part of the line. */
  readonly isLoss: boolean;
  /** Somebody has made a card of it. */
  readonly isCard: boolean;
};

export type SkippedLines = {
  readonly lines: readonly SkippedLine[];
  /** Whether the reader of the list has sent the notes. */
  readonly isOwn: boolean;
  readonly isOfSeveralFiles: boolean;
};

/** Problems of lines that still give a card. */
const LOSSES: ReadonlySet<string> = new Set([
  'lost-character',
  'invalid-utf8',
  'invalid-utf16',
  'row-progress',
  'cloze-extra',
  'media-name',
  'row-joined',
  'columns-unread',
]);

export function isLoss({ code }: { readonly code: string }): boolean {
  return LOSSES.has(code);
}

function positionOf({ file, line, code }: Problem): SkippedLine['position'] {
  if (isOfWholeFile(code)) return null;
  if (/\.(?:json|apkg|colpkg)$/iu.test(file)) return { kind: 'entry', number: line };
  // Anki's plain-text notes are rows of a file with any name.
  const isRow = /\.[ct]sv$/iu.test(file) || isSkipCode(code);
  return { kind: isRow ? 'row' : 'line', number: line };
}

function locationKey({ file, position }: SkippedLine): string {
  return `${file}:${position?.number ?? ''}`;
}

/** The key, among a draft's choices, of a line that has become a card. No card has these ids. */
function choiceKey(index: number): string {
  return `@line:${index}`;
}

/** The skipped lines of a draft; `null` where there is no such draft. */
export async function skippedLines(context: TutorContext, learner: Learner, id: string): Promise<SkippedLines | null> {
  const draft = await findDraft(context, learner, id);
  if (draft === null) return null;
  const { told: all } = await context.sources.read(
    await sourceOf(context, learner, draft),
    isFromFolder(draft) ? {} : { mostCards: MAX_CARDS },
  );
  const decisions = decisionsOf(draft);
  const lines = all.map(
    ({ problem, text }, index): SkippedLine => ({
      index,
      file: problem.file,
      position: positionOf(problem),
      code: problem.code,
      ...(problem.tongue === undefined ? {} : { tongue: problem.tongue }),
      text,
      isLoss: isLoss(problem),
      isCard: decisions[choiceKey(index)] !== undefined,
    }),
  );
  const without = lines.filter((line) => !line.isLoss);
  const told = new Set(without.map(locationKey));
  // Lines that people can mend come first, with the reason why there is no card.
  const sorted = [...without, ...lines.filter((line) => line.isLoss && !told.has(locationKey(line)))];
  const isOfSeveralFiles = new Set(lines.map((line) => line.file)).size > 1;
  return { lines: sorted, isOwn: draft.by === learner.id, isOfSeveralFiles };
}

const MARKER = /^\s*(?:(?:[-*+]|\d{1,9}[.)])(?:\s+\[[ xX]\])?\s+|>\s?|#{1,6}\s+)+/u;

/**
 * The sides to begin a card with: those of the line, else a question as the front and anything else as the answer.
 */
export async function sidesFromLine({ text, position }: Pick<SkippedLine, 'text' | 'position'>): Promise<Sides> {
  if (position?.kind === 'row') {
    const [front = '', back = ''] = text.split('\t');
    return { front, back };
  }
  const drafted = await sidesFromText(text);
  if (drafted.front !== '') return drafted;
  const words = text.replace(MARKER, '').trim();
  return /[?？]$/u.test(words) ? { front: words, back: '' } : { front: '', back: words };
}

/** Stores that a line has become a card, while its draft waits. */
export async function markLine(context: TutorContext, learner: Learner, id: string, index: number): Promise<void> {
  await chooseInImport(context, learner, id, choiceKey(index), { kind: 'new' });
}
