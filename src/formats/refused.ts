import { errorAt, type Problem } from '../core/problem.js';

/** Why a whole file of cards is not taken. Each has its sentence, for people, in the catalogue of the command line. */
const REASONS = {
  'too-large': 'the file is too large; 10 MB are allowed',
  'too-slow': 'reading the file takes over a minute',
  'too-much-memory': 'reading the file takes too much memory',
  'unknown-format': 'this is no file of cards that Repaso knows: JSON, CSV, or Anki’s .apkg, .colpkg and .txt',
  empty: 'the file is empty',
  'no-cards': 'there are no cards in the file',
  'too-many-cards': 'a deck has over 10,000 cards',
  'too-many-decks': 'the file has over 1,000 decks',
  'too-many-reviews': 'the history has over 500,000 answers',
  'json-broken': 'this is not JSON',
  'json-shape': 'this JSON is not Repaso’s format of cards',
  'format-newer': 'the file was written by a newer version of its program',
  'archive-broken': 'the archive is damaged',
  'archive-encrypted': 'the archive is encrypted',
  'archive-split': 'the archive is one part of several',
  'archive-path': 'a name in the archive leads out of it',
  'archive-twice': 'two entries of the archive have one name',
  'archive-entries': 'the archive has over 10,000 entries',
  'archive-unpacked': 'the archive unpacks to over 100 MB',
  'archive-bomb': 'the archive unpacks to far more than any cards would',
  'archive-method': 'the archive is packed in a way that is not read',
  'anki-no-collection': 'there is no Anki collection in the archive',
  'database-broken': 'the database inside is damaged',
  'database-tables': 'the database inside lacks tables of Anki',
  'database-strange': 'the database inside holds what Anki never writes: views, triggers or computed columns',
  'database-slow': 'the database inside takes too long to read',
  'database-value': 'a value in the database inside is too large',
} as const;

export type Reason = keyof typeof REASONS;

export const REASON_CODES: readonly string[] = Object.keys(REASONS);

/** Thrown where a file is refused; caught in one place, where the file's name is known. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly reason: Reason;

  constructor(reason: Reason, cause?: unknown) {
    super(REASONS[reason], { cause });
    this.reason = reason;
  }
}

export function problemOf(file: string, { reason, message }: Refused): Problem {
  return errorAt(file, 1, reason, message);
}

/** Runs a reading; anything that a library throws for damaged input becomes the given reason. */
export async function refusing<T>(reason: Reason, read: () => T | Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw error instanceof Refused ? error : new Refused(reason, error);
  }
}
