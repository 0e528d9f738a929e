import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { isCollection, type ReadSource, type SourceFile } from '../formats/read-source.js';
import { systemCodeOf } from '../program/system-code.js';
import type { Sources } from '../tutor/context.js';
import { givesCards } from '../tutor/decks/deck-inputs.js';
import type { SourceContent } from '../tutor/decks/plan-source.js';
import type { Io } from './io.js';
import { say } from './messages/say.js';
import { readInput } from './notes-input.js';
import type { CliProblem } from './word-problem.js';

/** The contents of all named paths, each read once. */
export type ImportInput = SourceContent & {
  /** Of paths that could not be read and of files of cards; problems of notes come with their plans. */
  readonly problems: readonly CliProblem[];
};

/** An Anki collection with its bytes, or the problem that keeps it from being read. */
async function collectionAt(io: Io, location: string): Promise<SourceFile | CliProblem> {
  try {
    return { file: path.basename(location), bytes: await readFile(location) };
  } catch (error) {
    const reason = systemCodeOf(error);
    const code = reason === 'ENOENT' ? 'missing' : 'unreadable';
    const message = say(io.language, `file.${code}`, { reason, megabytes: 0, other: '' });
    return { file: location, line: 1, code, severity: 'error', message };
  }
}

/** Pages of an archive that only link to others are no decks. */
function notesOf({ isNotes, notes }: ReadSource): SourceContent['notes'] {
  return isNotes ? notes : notes.filter(({ read }) => givesCards(read));
}

/** Problems of a source, without those of its notes. */
function problemsOf({ notes, told }: ReadSource): readonly CliProblem[] {
  const ofNotes = new Set(notes.flatMap(({ read }) => read.problems));
  return told.map(({ problem }) => problem).filter((problem) => !ofNotes.has(problem));
}

/** Reads notes, folders of them, files of cards and archives. A missing path is reported as a problem. */
export async function readImport(io: Io, sources: Sources, paths: readonly string[]): Promise<ImportInput> {
  const noted = paths.filter((each) => !isCollection(each));
  const named = noted.length === 0 ? { notes: [], problems: [] } : await readInput(io, noted);
  const collections: (SourceFile | CliProblem)[] = [];
  for (const each of paths.filter(isCollection)) collections.push(await collectionAt(io, each));
  const reads: ReadSource[] = [];
  for (const each of [...named.notes, ...collections]) if ('bytes' in each) reads.push(await sources.read(each));
  return {
    notes: reads.flatMap(notesOf),
    cards: reads.flatMap(({ cards }) => cards),
    problems: [
      ...named.problems,
      ...collections.flatMap((each) => ('bytes' in each ? [] : [each])),
      ...reads.flatMap(problemsOf),
    ],
  };
}
