import type { Problem } from '../core/problem.js';
import { type ReadDeck, readNotes } from '../notes/read-deck.js';
import type { ReadCards } from './card-file.js';
import { csvRows } from './csv/rows.js';
import { MAX_FILE_BYTES } from './limits.js';
import { stretchReader } from './line-text.js';
import type { NamedFile } from './notion.js';
import { holdsCards, isCardFile, readCardFile } from './read-card-file.js';
import { isArchive, readNotesZip } from './read-notes-zip.js';
import { problemOf, Refused } from './refused.js';

/** A file of notes or of cards, or a zip of several. */
export type SourceFile = {
  /** The name that people see in "source": relative to the folder of the notes. */
  readonly file: string;
  readonly bytes: Uint8Array;
};

export type ReadNote = { readonly file: string; readonly read: ReadDeck };
export type ReadCardFile = { readonly file: string; readonly read: ReadCards };

/** A problem with the text that it is about; empty where there is none. */
export type NotedProblem = { readonly problem: Problem; readonly text: string };

/** The content of one source. It is read once, then compared and decided about any number of times. */
export type ReadSource = {
  readonly file: string;
  /** Whether the source is one file of notes instead of a collection. */
  readonly isNotes: boolean;
  readonly notes: readonly ReadNote[];
  readonly cards: readonly ReadCardFile[];
  /** An `error` in a collection concerns the whole source, and is then the only problem. */
  readonly told: readonly NotedProblem[];
  /**
   * The number of cards, doubtful ones included, of the first deck over the limit; there are then no other problems.
   */
  readonly tooMany: number | null;
};

/** Whether a file's name is one of a collection: a file of cards, or a zip of several. Any other is notes. */
export function isCollection(name: string): boolean {
  return isCardFile(name) || isArchive(name);
}

function toldOf(
  problems: readonly Problem[],
  textOf: (problem: Problem) => string = () => '',
): readonly NotedProblem[] {
  return problems.map((problem) => ({ problem, text: textOf(problem) }));
}

function toldOfNote({ read: { problems, text } }: ReadNote): readonly NotedProblem[] {
  if (problems.length === 0) return [];
  const stretchAt = stretchReader(text);
  return toldOf(problems, ({ line }) => stretchAt(line));
}

/**
 * A row of a table as a line: its cells. A row whose cells are unclear shows its first cell and the rest unchanged.
 */
function rowReader(bytes: Uint8Array): (problem: Problem) => string {
  const { rows, separator } = csvRows(new TextDecoder().decode(bytes));
  const cellsOf = new Map(rows.map(({ cells, number }) => [number, cells]));
  return ({ line, code }) => {
    const cells = cellsOf.get(line) ?? [];
    const [first = '', ...rest] = cells;
    return code === 'row-unclear' || code === 'row-joined' ? `${first}\t${rest.join(separator)}` : cells.join('\t');
  };
}

/** Reads cards, under the file's name for people. */
async function readNamed({ file, given, bytes }: NamedFile): Promise<ReadCards> {
  const read = await readCardFile(given, bytes);
  if (file === given) return read;
  const decks = read.decks.map((deck) => ({
    ...deck,
    cards: deck.cards.map((card) =>
      card.source.file === given ? { ...card, source: { ...card.source, file } } : card,
    ),
  }));
  return { ...read, decks, problems: read.problems.map((problem) => ({ ...problem, file })) };
}

/** One unreadable file of a collection does not stop the others. */
function asPassedOver(problem: Problem): Problem {
  return { ...problem, severity: 'skipped' };
}

async function readZip({ file: name, bytes }: SourceFile): Promise<ReadSource> {
  const { files, problems } = await readNotesZip(name, bytes);
  const told: NotedProblem[] = [...toldOf(problems)];
  const cards: ReadCardFile[] = [];
  const notes: ReadNote[] = [];
  for (const each of files) {
    const { file } = each;
    if (each.bytes.length > MAX_FILE_BYTES) {
      told.push(...toldOf([asPassedOver(problemOf(file, new Refused('too-large')))]));
    } else if (!holdsCards(each)) notes.push(await readNote(each));
    else {
      const read = await readNamed(each);
      told.push(...toldOf(read.problems.map(asPassedOver)));
      if (read.decks.length > 0) cards.push({ file, read });
    }
  }
  return { file: name, isNotes: false, notes, cards, told: [...told, ...notes.flatMap(toldOfNote)], tooMany: null };
}

async function readCards({ file, bytes }: SourceFile): Promise<ReadSource> {
  const read = await readCardFile(file, bytes);
  const isOfRows = read.format === 'csv' && read.problems.some(({ severity }) => severity === 'skipped');
  const told = toldOf(read.problems, isOfRows ? rowReader(bytes) : undefined);
  return { file, isNotes: false, notes: [], cards: read.decks.length > 0 ? [{ file, read }] : [], told, tooMany: null };
}

export async function readNote({ file, bytes }: SourceFile): Promise<ReadNote> {
  return { file, read: await readNotes(file, bytes) };
}

async function readAny(source: SourceFile): Promise<ReadSource> {
  if (isArchive(source.file)) return readZip(source);
  if (holdsCards(source)) return readCards(source);
  const note = await readNote(source);
  return { file: source.file, isNotes: true, notes: [note], cards: [], told: toldOfNote(note), tooMany: null };
}

/**
 * Reads a source of any kind. Never throws, whatever the bytes.
 *
 * @param mostCards limit for one deck of notes, doubtful cards included; `null` for none. A larger deck is only
 * counted, so that it takes no memory
 */
export async function readSource(source: SourceFile, mostCards: number | null = null): Promise<ReadSource> {
  const read = await readAny(source);
  if (mostCards === null) return read;
  const sizes = read.notes.map(({ read: { deck } }) => (deck?.cards.length ?? 0) + (deck?.doubtful.length ?? 0));
  const tooMany = sizes.find((size) => size > mostCards) ?? null;
  return tooMany === null ? read : { ...read, notes: [], cards: [], told: [], tooMany };
}
