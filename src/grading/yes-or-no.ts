import { isQuestionWord } from '../language/answers.js';
import { opensYesOrNo } from '../language/any/asking.js';
import { isDenial } from '../language/any/denials.js';
import { type AnswerWord, isMeaning } from './read-words.js';
import { ALIKE, likeness } from './same-word.js';

type YesOrNo = {
  /** Whether the notes say yes where yes is typed, or no where no is. */
  readonly agrees: boolean;
  /** What is typed after it. */
  readonly rest: readonly AnswerWord[];
};

/** An answer that begins with yes or no, to a question that can be answered so; `null` for any other. */
export function answersYesOrNo(
  text: string,
  question: readonly AnswerWord[],
  noted: readonly AnswerWord[],
  given: readonly AnswerWord[],
): YesOrNo | null {
  const [first, second] = given;
  if (first === undefined || !text.includes('?') || question.some(({ folded }) => isQuestionWord(folded))) return null;
  if (!opensYesOrNo(first.folded)) return null;
  // "No virtualiza hardware" denies its verb; "no, …" answers.
  const isAlone = second === undefined || second.piece > first.piece;
  if (!isAlone) return repeatsDenied(question, noted, given);
  const isNo = deniesAlone(first.folded);
  return { agrees: isNo === saysNo(question, noted), rest: given.slice(1) };
}

/** "No conecta", to "¿Docker conecta …?": a no in the words of the question. */
function repeatsDenied(
  question: readonly AnswerWord[],
  noted: readonly AnswerWord[],
  given: readonly AnswerWord[],
): YesOrNo | null {
  const isAsked = (word: AnswerWord) => question.some((each) => likeness(each, word) === ALIKE.same);
  if (given[0] === undefined || !deniesAlone(given[0].folded) || !given.filter(isMeaning).every(isAsked)) return null;
  return { agrees: saysNo(question, noted), rest: [] };
}

function deniesAlone(word: string): boolean {
  return isDenial(word) || word === FALSE_WORDS.find((each) => each === word);
}

const FALSE_WORDS = ['false', 'falso'];

/** Whether the notes deny what is asked: they begin with no, or deny a word of the question. */
function saysNo(question: readonly AnswerWord[], noted: readonly AnswerWord[]): boolean {
  const [first] = noted;
  if (first !== undefined && opensYesOrNo(first.folded) && (noted[1]?.piece ?? 1) > first.piece)
    return deniesAlone(first.folded);
  const asked = question.filter(isMeaning);
  const about = noted.filter((word) => isMeaning(word) && asked.some((each) => likeness(each, word) >= ALIKE.meaning));
  return about.length > 0
    ? about.some((word) => word.isDenied && !asked.some((each) => each.isDenied && likeness(each, word) > 0))
    : first !== undefined && isDenial(first.folded);
}
