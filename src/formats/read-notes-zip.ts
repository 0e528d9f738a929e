import type { Problem } from '../core/problem.js';
import { fold } from '../language/text.js';
import { readZip } from './archive/read-zip.js';
import { MAX_ENTRIES, MAX_UNPACKED_BYTES } from './limits.js';
import { isNotionExport, type NamedFile, tidyNotion, type ZippedFile } from './notion.js';
import { problemOf, Refused } from './refused.js';
import { skipped } from './skipped.js';

type NotesInZip = {
  /** Notes and card files of the archive, in its order, by their paths; no two notes give the same deck. */
  readonly files: readonly NamedFile[];
  readonly problems: readonly Problem[];
};

const TAKEN = /\.(?:md|markdown|txt|csv|tsv|json|apkg|colpkg)$/iu;
const NOTES = /\.(?:md|markdown|txt)$/iu;
const ARCHIVE = /\.zip$/iu;
/** Files that systems and editors add. */
const HIDDEN = /(?:^|\/)(?:\.|__MACOSX\/)/u;

/** Whether a file's name is one of an archive instead of cards or notes. */
export function isArchive(name: string): boolean {
  return ARCHIVE.test(name);
}

type Room = { bytes: number; files: number };

/** Counts bytes against the limit for an archive with those inside it. Throws `Refused`. */
function take(room: Room, bytes: Uint8Array): Uint8Array {
  room.bytes -= bytes.length;
  room.files -= 1;
  if (room.bytes < 0) throw new Refused('archive-unpacked');
  if (room.files < 0) throw new Refused('archive-entries');
  return bytes;
}

/** @param inside how deep archives in the archive are read: Notion puts large exports into one */
async function unpack(bytes: Uint8Array, room: Room, inside: number): Promise<readonly ZippedFile[]> {
  const archive = await readZip(bytes);
  const files: ZippedFile[] = [];
  for (const { name, read } of archive.values()) {
    if (HIDDEN.test(name)) continue;
    if (TAKEN.test(name)) files.push({ file: name, bytes: take(room, await read()) });
    else if (ARCHIVE.test(name) && inside > 0) {
      files.push(...(await unpack(take(room, await read()), room, inside - 1)));
    }
  }
  return files;
}

function deckNameOf(file: string): string {
  const name = file.split('/').at(-1) ?? file;
  return fold(name.replace(/\.[^.]+$/u, '')).replace(/[^\p{L}\p{N}]+/gu, '-');
}

/** Notes of one name in several folders are several decks: all but the outermost get their folders' names. */
function apart(files: readonly NamedFile[]): readonly NamedFile[] {
  const depth = ({ file }: NamedFile): number => file.split('/').length;
  const names = new Set<string>();
  const renamed = new Map<NamedFile, string>();
  const notes = files.filter(({ file }) => NOTES.test(file));
  for (const each of notes.sort((a, b) => depth(a) - depth(b))) {
    const long = names.has(deckNameOf(each.file)) ? each.file.replaceAll('/', ' - ') : each.file;
    let file = long;
    for (let copy = 2; names.has(deckNameOf(file)); copy += 1) file = long.replace(/(?=\.[^.]*$)/u, ` ${copy}`);
    names.add(deckNameOf(file));
    renamed.set(each, file);
  }
  return files.map((each) => ({ ...each, file: renamed.get(each) ?? each.file }));
}

/**
 * The notes in a zip, such as one of Notion's or of `repaso export --format zip`. Never throws: a refused archive has
 * a problem of severity `error` and no file; pictures and the like are skipped.
 */
export async function readNotesZip(name: string, bytes: Uint8Array): Promise<NotesInZip> {
  try {
    const found = await unpack(bytes, { bytes: MAX_UNPACKED_BYTES, files: MAX_ENTRIES }, 1);
    const files = isNotionExport(found) ? tidyNotion(found) : found.map((each) => ({ ...each, given: each.file }));
    return { files: apart(files), problems: files.length === 0 ? [skipped(name, 1, 'no-notes-inside')] : [] };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { files: [], problems: [problemOf(name, error)] };
  }
}
