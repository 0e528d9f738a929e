import { encodeActionRef } from '../action-ref.js';
import type { ActionRef, FileField, Form, SentFile } from '../port.js';
import { LIMITS } from './limits.js';
import type { RoomWords } from './words.js';

/** Which files were asked for in the latest forms, so that what comes is checked against them. */
export type RequestedFiles = {
  opened(visitorId: string, form: Form): void;
  /** Empty for a form that asked for none, or that is forgotten. */
  fieldsOf(visitorId: string, action: ActionRef): readonly FileField[];
};

export function createRequestedFiles(remembered: number): RequestedFiles {
  const asked = new Map<string, readonly FileField[]>();
  const nameOf = (visitorId: string, action: ActionRef): string => `${visitorId} ${encodeActionRef(action)}`;
  return {
    opened(visitorId, { action, fields }) {
      const files = fields.filter((field) => field.kind === 'file');
      const name = nameOf(visitorId, action);
      asked.delete(name);
      if (files.length > 0) asked.set(name, files);
      const oldest = asked.keys().next();
      if (asked.size > remembered && !oldest.done) asked.delete(oldest.value);
    },
    fieldsOf: (visitorId, action) => asked.get(nameOf(visitorId, action)) ?? [],
  };
}

/** How large a file of this field may be, in bytes. */
export function maxBytesOf(field: FileField | undefined): number {
  return Math.min(LIMITS.file, field?.maxBytes ?? LIMITS.file);
}

function problemOf({ name, size }: SentFile, field: FileField | undefined, words: RoomWords): string | null {
  const max = maxBytesOf(field);
  if (size > max) return words.fileTooLarge(max);
  const accept = field?.accept ?? [];
  const fits = accept.length === 0 || accept.some((end) => name.toLowerCase().endsWith(end));
  return fits ? null : words.fileWrongKind(accept);
}

/** What is wrong with the files that came, in the visitor's words, or `null`. Of a forgotten form only the size is known. */
export function fileProblem(
  files: Readonly<Record<string, SentFile>>,
  fields: readonly FileField[],
  words: RoomWords,
): string | null {
  for (const [name, file] of Object.entries(files)) {
    const problem = problemOf(
      file,
      fields.find((field) => field.name === name),
      words,
    );
    if (problem !== null) return problem;
  }
  return null;
}
