/** The largest file of notes or cards that is read. */
const MAX_FILE_MEGABYTES = 10;
export const MAX_FILE_BYTES = MAX_FILE_MEGABYTES * 1024 * 1024;

/** What the names of note files end with. */
export const NOTE_ENDINGS = ['.md', '.markdown', '.txt'] as const;

/** Whether a file is one of notes, by its name. */
export function isNoteFile(name: string): boolean {
  const lower = name.toLowerCase();
  return NOTE_ENDINGS.some((ending) => lower.endsWith(ending));
}

/** A file's name without folder and extension. */
export function stemOf(file: string): string {
  const name = file.split(/[\\/]/u).at(-1) ?? file;
  return name.replace(/\.[^.]+$/u, '');
}
