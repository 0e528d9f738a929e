import type { Problem } from '../problem.js';
import { readZip } from './archive/read-zip.js';
import { problemOf, Refused } from './refused.js';
import { skipped } from './skipped.js';

export type NotesInZip = {
  /** Notes and card files of the archive, in its order, by their path in it. */
  readonly files: readonly { readonly file: string; readonly bytes: Uint8Array }[];
  readonly problems: readonly Problem[];
};

const TAKEN = /\.(?:md|markdown|txt|csv|tsv|json|apkg)$/iu;
/** What systems and editors put beside people's files. */
const HIDDEN = /(?:^|\/)(?:\.|__MACOSX\/)/u;

/**
 * The notes in a zip, such as Notion exports one or `repaso export --format zip` writes. Never throws: an archive that
 * is refused has a problem of severity `error` and no file; pictures and the like are passed over.
 */
export async function readNotesZip(name: string, bytes: Uint8Array): Promise<NotesInZip> {
  try {
    const archive = await readZip(bytes);
    const wanted = [...archive.values()].filter((entry) => TAKEN.test(entry.name) && !HIDDEN.test(entry.name));
    const files: { file: string; bytes: Uint8Array }[] = [];
    for (const entry of wanted) files.push({ file: entry.name, bytes: await entry.read() });
    const none = skipped(name, 1, 'no-notes-inside');
    return { files, problems: files.length === 0 ? [none] : [] };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { files: [], problems: [problemOf(name, error)] };
  }
}
