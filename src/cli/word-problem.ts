import { problemWords } from '../bot/problem-words.js';
import type { Language } from '../core/language.js';
import type { Problem } from '../core/problem.js';
import { isOfWholeFile } from '../formats/whole-file.js';
import { say } from './messages/say.js';

/** A problem; `message` words those that only the command line has, such as a missing file. */
export type CliProblem = Problem & { readonly message?: string };

/** "notes.md:3:14: this is not valid UTF-8 … (invalid-utf8)" */
export function problemLine(language: Language, problem: CliProblem): string {
  const { file, line, column, code } = problem;
  const position = isOfWholeFile(code) ? [] : [line, ...(column === undefined ? [] : [column])];
  const place = [file, ...position].join(':');
  return say(language, 'problem.line', { place, message: problemWords(language, problem), code });
}

/** A problem for scripts, which look at its code; `message` is for people who read the output. */
export function problemJson(language: Language, problem: CliProblem): object {
  const { file, line, code } = problem;
  return { file, line, code, message: problem.message ?? problemWords(language, problem) };
}
