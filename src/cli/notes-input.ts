import { readAsNote } from '../formats/cards-as-note.js';
import type { SourceFile } from '../formats/read-source.js';
import type { ReadDeck } from '../notes/read-deck.js';
import { readNoteFiles } from '../program/note-files.js';
import type { Io } from './io.js';
import { say } from './messages/say.js';
import type { CliProblem } from './word-problem.js';

/** The file name that standard input is given. */
const STDIN_NAME = 'stdin.md';

type NotesInput = {
  readonly notes: readonly SourceFile[];
  /** Problems of files that could not be read at all. */
  readonly problems: readonly CliProblem[];
};

/** Reads the note files given to a verb; `-` is standard input. */
export async function readInput(io: Io, paths: readonly string[]): Promise<NotesInput> {
  const fromStdin: SourceFile[] = paths.includes('-') ? [{ file: STDIN_NAME, bytes: await io.stdin() }] : [];
  const found = await readNoteFiles(paths.filter((path) => path !== '-'));
  return {
    notes: [...fromStdin, ...found.notes],
    problems: found.problems.map(({ file, code, detail }) => ({
      file,
      line: 1,
      code,
      severity: 'error',
      message: say(io.language, `file.${code}`, { reason: detail, megabytes: Number(detail), other: detail }),
    })),
  };
}

export type ReadInput = { readonly reads: readonly ReadDeck[]; readonly problems: readonly CliProblem[] };

/** Reads every file into a deck, with all problems together. */
export async function readDecks(io: Io, paths: readonly string[]): Promise<ReadInput> {
  const input = await readInput(io, paths);
  const reads: ReadDeck[] = [];
  for (const note of input.notes) reads.push((await readAsNote(note)).read);
  return { reads, problems: [...input.problems, ...reads.flatMap((read) => read.problems)] };
}

export function hasErrors(problems: readonly CliProblem[]): boolean {
  return problems.some((problem) => problem.severity === 'error');
}
