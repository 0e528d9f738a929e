import type { Sides } from '../../core/card.js';
import type { Problem } from '../../core/problem.js';
import { MAX_CARDS } from '../../formats/limits.js';
import { SKIP_CODES } from '../../formats/skipped.js';
import { isOfWholeFile } from '../../formats/whole-file.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { TutorContext } from '../context.js';
import { chooseInImport, decisionsOf, findDraft, isFromFolder, sourceOf } from './import-drafts.js';
import { sidesFromText } from './sides-from-text.js';

/** A line of notes that were sent and that gives no card, or a card less than it has. */
export type SkippedLine = {
  /** Its number among all of them: the same each time the draft is read. */
  readonly index: number;
  readonly file: string;
  /** From 1: a line of notes, a row of a table, an entry of a collection; `null` for what is about a whole file. */
  readonly position: { readonly kind: 'line' | 'row' | 'entry'; readonly number: number } | null;
  readonly code: string;
  readonly message: string;
  /** @see Problem.tongue */
  readonly tongue?: string;
  /** As it stands there, with what belongs to it; empty where the file is no text. */
  readonly text: string;
  /** Only a part of it was lost: there is a card. */
  readonly isLoss: boolean;
  /** Somebody has made a card of it. */
  readonly isCard: boolean;
};

export type SkippedLines = {
  readonly lines: readonly SkippedLine[];
  /** Whether whoever asks has sent the notes. */
  readonly isOwn: boolean;
  readonly isOfSeveralFiles: boolean;
};

/** What is told of a line that gives its card. */
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
  // Anki's notes in plain text are rows of a file of any name.
  const isRow = /\.[ct]sv$/iu.test(file) || SKIP_CODES.includes(code);
  return { kind: isRow ? 'row' : 'line', number: line };
}

function locationKey({ file, position }: SkippedLine): string {
  return `${file}:${position?.number ?? ''}`;
}

/** Among what was said of a draft's parts: that a line has become a card. No card has these ids. */
function choiceKey(index: number): string {
  return `@line:${index}`;
}

/** The lines of a draft that give no card; `null` where there is no such draft. */
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
      message: problem.message,
      ...(problem.tongue === undefined ? {} : { tongue: problem.tongue }),
      text,
      isLoss: isLoss(problem),
      isCard: decisions[choiceKey(index)] !== undefined,
    }),
  );
  const without = lines.filter((line) => !line.isLoss);
  const told = new Set(without.map(locationKey));
  // What a person can do something about comes first, and says why there is no card.
  const sorted = [...without, ...lines.filter((line) => line.isLoss && !told.has(locationKey(line)))];
  const isOfSeveralFiles = new Set(lines.map((line) => line.file)).size > 1;
  return { lines: sorted, isOwn: draft.by === learner.id, isOfSeveralFiles };
}

const MARKER = /^\s*(?:(?:[-*+]|\d{1,9}[.)])(?:\s+\[[ xX]\])?\s+|>\s?|#{1,6}\s+)+/u;

/** A card to begin with: the sides that the line has, a question as the front, anything else as the answer. */
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

/** Remembers that a line has become a card, as long as its draft waits. */
export async function markLine(context: TutorContext, learner: Learner, id: string, index: number): Promise<void> {
  await chooseInImport(context, learner, id, choiceKey(index), { kind: 'new' });
}
