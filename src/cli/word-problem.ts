import { problemWords } from '../bot/problem-words.js';
import type { Language } from '../core/language.js';
import type { Problem } from '../core/problem.js';
import { isOfWholeFile } from '../formats/whole-file.js';
import { say } from './messages/say.js';

/** "notes.md:3:14: this is not valid UTF-8 … (invalid-utf8)" */
export function problemLine(language: Language, problem: Problem): string {
  const { file, line, column, code } = problem;
  const position = isOfWholeFile(code) ? [] : [line, ...(column === undefined ? [] : [column])];
  const place = [file, ...position].join(':');
  return say(language, 'problem.line', { place, message: problemWords(language, problem), code });
}
