import type { Language } from '../core/language.js';
import { grammarOf } from '../language/grammars.js';
import { anySet } from '../language/lists.js';
import { looksPlural } from '../language/number.js';
import { fold, plainMarkdown, wholeWords } from '../language/text.js';

/** What an answer looks like: options must look alike, or the right one is told by its looks. */
export type AnswerShape = {
  /** `name` has at most five words and no verb in front; `text` is anything longer. */
  readonly kind: 'number' | 'code' | 'name' | 'text';
  /** By what it opens: an article, a verb, or anything else. */
  readonly opens: 'article' | 'verb' | 'other';
  readonly isPlural: boolean;
  readonly hasDigit: boolean;
  readonly letters: 'capitals' | 'upper' | 'lower';
  /** Whether brackets stand in it, as behind the name of a function. */
  readonly hasBrackets: boolean;
  readonly length: number;
};

const NAME_WORDS = 5;
const IS = anySet('is');
const NUMBER = /^[^\p{L}\p{N}]*[\d.,]*\d[\d.,]*\s?(?:%|\p{Sc}|\p{L}{1,12})?$/u;

export function shapeOf(answer: string, language: Language): AnswerShape {
  const plain = plainMarkdown(answer).trim();
  const words = wholeWords(plain);
  const opens = openingOf(plain, language);
  const head = (opens === 'article' ? words[1] : words[0]) ?? '';
  return {
    kind: kindOf(answer, plain, words.length, opens),
    opens,
    isPlural: opens === 'verb' ? /n$/u.test(head) : looksPlural(head),
    hasDigit: /\d/u.test(plain),
    letters: lettersOf(plain),
    hasBrackets: /[([{]/u.test(plain),
    length: plain.length,
  };
}

function openingOf(plain: string, language: Language): AnswerShape['opens'] {
  const [first = ''] = wholeWords(plain);
  const { articles } = grammarOf(language).words;
  if (articles.has(first)) return 'article';
  if (IS.has(first)) return 'verb';
  return grammarOf(language).sentences.opensWithVerb(fold(plain)) ? 'verb' : 'other';
}

function lettersOf(plain: string): AnswerShape['letters'] {
  if (/^[^\p{Ll}]*\p{Lu}[^\p{Ll}]*$/u.test(plain) && plain.length > 1) return 'capitals';
  return /^\p{Lu}/u.test(plain) ? 'upper' : 'lower';
}

function kindOf(answer: string, plain: string, words: number, opens: AnswerShape['opens']): AnswerShape['kind'] {
  if (NUMBER.test(plain)) return 'number';
  if (/^`[^`]+`$/u.test(answer)) return 'code';
  return words <= NAME_WORDS && opens !== 'verb' ? 'name' : 'text';
}
