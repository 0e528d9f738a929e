import { errorAt, type Problem } from '../core/problem.js';

/** Why a whole file of cards is refused; the catalogues word each code. */
export const REASON_CODES = [
  'too-large',
  'too-slow',
  'too-much-memory',
  'unknown-format',
  'empty',
  'no-cards',
  'too-many-cards',
  'too-many-decks',
  'too-many-reviews',
  'json-broken',
  'json-shape',
  'format-newer',
  'archive-broken',
  'archive-encrypted',
  'archive-split',
  'archive-path',
  'archive-twice',
  'archive-entries',
  'archive-unpacked',
  'archive-bomb',
  'archive-method',
  'anki-no-collection',
  'database-broken',
  'database-tables',
  'database-strange',
  'database-slow',
  'database-value',
] as const;

export type Reason = (typeof REASON_CODES)[number];

/** Thrown where a file is refused; caught in one place, where the file's name is known. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly reason: Reason;

  constructor(reason: Reason, cause?: unknown) {
    super(reason, { cause });
    this.reason = reason;
  }
}

export function problemOf(file: string, { reason }: Refused): Problem {
  return errorAt(file, 1, reason);
}

/** Runs a reading; anything that a library throws for damaged input becomes the given reason. */
export async function refusing<T>(reason: Reason, read: () => T | Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw error instanceof Refused ? error : new Refused(reason, error);
  }
}
