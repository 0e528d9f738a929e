import type { Problem } from '../core/problem.js';
import type { ReadCards } from './card-file.js';
import { MAX_FILE_BYTES } from './limits.js';
import type { NamedFile, ZippedFile } from './notion.js';
import { isCardFile, readCardFile } from './read-card-file.js';
import { isArchive, readNotesZip } from './read-notes-zip.js';
import { problemOf, Refused } from './refused.js';

/** What a file that somebody sent holds: notes still to be read, and cards. */
export type SentFileContent = {
  readonly notes: readonly ZippedFile[];
  readonly cards: readonly { readonly file: string; readonly read: ReadCards }[];
  /** An `error` is about the whole file: there is nothing else then. */
  readonly problems: readonly Problem[];
};

/** Whether a file of this name is read here: a file of cards, or a zip of several. */
export function isSentFile(name: string): boolean {
  return isCardFile(name) || isArchive(name);
}

/** The cards under the name that people know. */
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

/** One file of many that cannot be read keeps the others from nothing. */
function asPassedOver(problem: Problem): Problem {
  return { ...problem, severity: 'skipped' };
}

async function readZipped(name: string, bytes: Uint8Array): Promise<SentFileContent> {
  const { files, problems } = await readNotesZip(name, bytes);
  const told: Problem[] = [...problems];
  const cards: { file: string; read: ReadCards }[] = [];
  const notes: ZippedFile[] = [];
  for (const each of files) {
    const { file } = each;
    if (each.bytes.length > MAX_FILE_BYTES) told.push(asPassedOver(problemOf(file, new Refused('too-large'))));
    else if (!isCardFile(file)) notes.push({ file, bytes: each.bytes });
    else {
      const read = await readNamed(each);
      told.push(...read.problems.map(asPassedOver));
      if (read.decks.length > 0) cards.push({ file, read });
    }
  }
  return { notes, cards, problems: told };
}

/** Reads a file of cards, or a zip of notes and files of cards. Never throws, whatever the bytes. */
export async function readSentFile(name: string, bytes: Uint8Array): Promise<SentFileContent> {
  if (isArchive(name)) return readZipped(name, bytes);
  const read = await readCardFile(name, bytes);
  return { notes: [], cards: read.decks.length > 0 ? [{ file: name, read }] : [], problems: read.problems };
}
