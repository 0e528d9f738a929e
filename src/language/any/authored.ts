import { pattern } from '../../core/word-pattern.js';
import { anyList } from '../lists.js';

const QUESTION = pattern('iu')`^${anyList('question marks')}\s*(?:\d{1,3}\s*)?[:.)]\s*(?=\S)`;
const ANSWER = pattern('iu')`^${anyList('answer marks')}\s*(?:\d{1,3}\s*)?[:.)/]\s*`;
/** An answer below a question that has no mark of its own. */
const BARE_ANSWER = pattern('iu')`^${anyList('answer marks')}\s*[:/]\s*`;
const MARKED = pattern(
  'iu',
)`^\s*(?:${anyList('question marks')}|${anyList('answer marks')})\s*(?:\d{1,3}\s*)?[:.)/](?:\s|$)`;

/** A line without the mark by which its author calls it a question: "Q: …", "Pregunta 3) …"; `null` where it has none. */
export function markedQuestion(line: string): string | null {
  return QUESTION().test(line) ? line.replace(QUESTION(), '') : null;
}

/** The same of an answer. Below a question that has no mark, a letter with a full stop or a bracket is none. */
export function markedAnswer(line: string, isQuestionMarked: boolean): string | null {
  const mark = isQuestionMarked ? ANSWER() : BARE_ANSWER();
  return mark.test(line) ? line.replace(mark, '') : null;
}

const ANNOUNCED = pattern('iu')`(?:^|\s)${anyList('answer announcements')}\s*:?\s*(\S.*)$`;

/** "b. Explicación: …": the answer ends there. */
const EXPLAINED = pattern('iu')`(?:^|\s)\**${anyList('explanation marks')}\**:.*$`;
const OPTIONS = pattern('iu')`(?<!\p{L})${anyList('questions about options')}(?!\p{L})`;

/** "Which of these …?": whether a question needs the answers that there are to choose from. */
export function asksOfOptions(question: string): boolean {
  return OPTIONS().test(question);
}

/** "La respuesta correcta es: b": the answer that a line announces, or `null`. */
export function announcedAnswer(line: string): string | null {
  const told = ANNOUNCED().exec(line)?.[1] ?? null;
  return told?.replace(EXPLAINED(), '').trim() ?? null;
}

/** Whether a line begins with either mark. */
export function isMarkedSide(line: string): boolean {
  return MARKED().test(line);
}

/** The words that touch a `::` on both sides. */
const TOUCHING = /(?<![\p{L}\p{N}])([\w.]+)::(\w\S*)/u;
/** What words of a language do not have: `push_back`, `read()`, `vector<int>`, `toString`. */
const CODE_LOOK = /_|\(\)|\\?<|\p{Ll}\p{Lu}/u;
const CAPITALS = /^[A-Z][A-Z\d]+$/u;
/** Namespaces that everybody writes `::` behind. */
const NAMESPACES = new Set(
  'std boost crate self super core alloc fs io fmt env mem iter tokio serde absl cv gtest google parent static'.split(
    ' ',
  ),
);

/** Whether the words around a `::` look like names of code, `std::vector`, rather than like the sides of a card. */
export function namesCode(line: string): boolean {
  const [, before = '', after = ''] = TOUCHING.exec(line) ?? [];
  if (before === '') return false;
  const areCapitals = CAPITALS.test(before) && CAPITALS.test(after);
  return NAMESPACES.has(before) || CODE_LOOK.test(before) || CODE_LOOK.test(after) || areCapitals;
}
