import { type Language, preferredLanguage } from '../core/language.js';
import type { MessageValues } from '../messages/create-say.js';
import { type CliKey, say } from './messages/say.js';

/** The parts of the process that a verb uses. Results go to `out`, progress and problems to `err`. */
export type Io = {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly language: Language;
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  /** Writes to the terminal unchanged, where a person reads `out`; `null` where a program does. */
  readonly terminal: ((text: string) => void) | null;
  readonly stdin: () => Promise<Uint8Array>;
  /** Asks the person at the terminal, who may give an empty answer; `null` without a terminal. */
  readonly ask: ((question: string) => Promise<string>) | null;
  /** Milliseconds since 1970. */
  readonly now: () => number;
};

/** 0: done. 1: the work found problems. 2: wrong usage or configuration. */
export type ExitCode = 0 | 1 | 2;

/** A mistake in how the program was called, reported on one line with exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export function usageError(io: Io, key: CliKey, values: MessageValues = {}): UsageError {
  return new UsageError(say(io.language, key, values));
}

/** The terminal's language, from the variables in their POSIX order. */
export function terminalLanguage(env: Readonly<Record<string, string | undefined>>): Language {
  const tag = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find((value) => value !== undefined && value !== '');
  return preferredLanguage(tag === undefined ? [] : [tag.replace(/\..*$/, '').replace('_', '-')]);
}

export function printJson(io: Io, value: unknown): void {
  io.out(JSON.stringify(value, null, 2));
}
