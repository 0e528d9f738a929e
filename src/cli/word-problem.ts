import type { Language } from '../core/language.js';
import { REASON_CODES } from '../notes/formats/refused.js';
import type { Problem } from '../notes/problem.js';
import { CLI_CATALOGUES, type CliKey, say } from './messages/say.js';

function isKey(key: string): key is CliKey {
  return Object.hasOwn(CLI_CATALOGUES.en, key);
}

/** What is wrong, in the reader's language; the notes' own English for a code that the catalogue does not know. */
export function wordProblem(language: Language, { code, message }: Pick<Problem, 'code' | 'message'>): string {
  const key = `problem.code.${code}`;
  return isKey(key) ? say(language, key) : message;
}

/** What is wrong with a file or a folder as a whole: a line number would mislead. */
const WHOLE_FILE: ReadonlySet<string> = new Set([
  'missing',
  'unreadable',
  'no-notes',
  'too-large',
  'twice',
  'binary',
  'empty',
  ...REASON_CODES,
]);

/** "notes.md:3:14: this is not valid UTF-8 … (invalid-utf8)" */
export function problemLine(language: Language, problem: Problem): string {
  const { file, line, column, code } = problem;
  const position = WHOLE_FILE.has(code) ? [] : [line, ...(column === undefined ? [] : [column])];
  const place = [file, ...position].join(':');
  return say(language, 'problem.line', { place, message: wordProblem(language, problem), code });
}
