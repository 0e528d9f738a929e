import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { MAX_FILE_BYTES } from '../core/files.js';
import type { SourceFile } from '../formats/read-source.js';
import { systemCodeOf } from './system-code.js';

/** A note file that was named or found but cannot be used. */
export type NoteFileProblem = {
  readonly file: string;
  readonly code: 'missing' | 'unreadable' | 'no-notes' | 'too-large' | 'twice';
  /** A system code, a size in MB or the path of the other file, depending on the code. */
  readonly detail: string;
};

export type FoundNotes = { readonly notes: readonly SourceFile[]; readonly problems: readonly NoteFileProblem[] };

const NOTE_NAME = /\.(md|markdown|txt)$/i;

/** Whether a file of this name is notes. */
export function isNoteName(name: string): boolean {
  return NOTE_NAME.test(name);
}

type Found = { readonly label: string; readonly location: string };

/**
 * Reads note files, and those in folders at any depth, sorted by name. A file's label is its path below the named
 * folder, or its own name, so that the same notes are the same deck wherever they are stored.
 */
export async function readNoteFiles(paths: readonly string[]): Promise<FoundNotes> {
  const notes: SourceFile[] = [];
  const problems: NoteFileProblem[] = [];
  const seen = new Map<string, string>();
  const stemOf = (label: string): string => label.replace(NOTE_NAME, '').toLowerCase();
  for (const given of paths) {
    const found = await findFiles(given);
    if (!Array.isArray(found)) {
      problems.push(found);
      continue;
    }
    for (const file of found) {
      const other = seen.get(stemOf(file.label));
      if (other === file.location) continue;
      const read = other === undefined ? await readOne(file) : twice(file, other);
      if (other === undefined) seen.set(stemOf(file.label), file.location);
      if ('bytes' in read) notes.push(read);
      else problems.push(read);
    }
  }
  return { notes, problems };
}

function twice(file: Found, other: string): NoteFileProblem {
  return { file: file.location, code: 'twice', detail: other };
}

async function findFiles(given: string): Promise<Found[] | NoteFileProblem> {
  try {
    const kind = await stat(given);
    if (!kind.isDirectory()) return [{ label: path.basename(given), location: given }];
    const entries = await readdir(given, { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => (entry.isFile() || entry.isSymbolicLink()) && NOTE_NAME.test(entry.name))
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((location) => ({ location, label: path.relative(given, location).split(path.sep).join('/') }))
      .filter((file) => !file.label.split('/').some((part) => part.startsWith('.')))
      .sort((a, b) => a.label.localeCompare(b.label, 'en'));
    return files.length > 0 ? files : { file: given, code: 'no-notes', detail: '' };
  } catch (error) {
    const code = systemCodeOf(error);
    return { file: given, code: code === 'ENOENT' ? 'missing' : 'unreadable', detail: code };
  }
}

async function readOne(file: Found): Promise<SourceFile | NoteFileProblem> {
  try {
    const { size } = await stat(file.location);
    // A file that is too large is not read into memory.
    if (size > MAX_FILE_BYTES)
      return { file: file.location, code: 'too-large', detail: (size / 1024 / 1024).toFixed(1) };
    return { file: file.label, bytes: await readFile(file.location) };
  } catch (error) {
    return { file: file.location, code: 'unreadable', detail: systemCodeOf(error) };
  }
}
