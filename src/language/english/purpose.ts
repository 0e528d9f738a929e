import { englishQuestionOf } from '../asked.js';
import { firstWords } from '../clause.js';
import { saidPurpose } from '../purpose.js';
import { lowerFirst } from '../text.js';
import { ENGLISH_BASE, ENGLISH_NOUN_FORMS, ENGLISH_THIRD_PERSON } from './words.js';

/** "This command is used to …", "To …": what stands before a purpose. */
const LEADS_IN = /^(?:(?:use\s+)?(?:this|the following)(?:\s+command)?\s+(?:is used\s+)?|used\s+)?(?:to|for)\s+/iu;

/** "List the pods" → "Which command do you use to list the pods?"; `null` for what names nothing to be done. */
export function englishPurpose(said: string, isCommand: boolean): string | null {
  const text = saidPurpose(said);
  if (text === null) return null;
  const thing = isCommand ? 'command' : 'code';
  const action = text.replace(LEADS_IN, '');
  const [first = '', second = ''] = firstWords(action, 2);
  const isBase = ENGLISH_BASE.has(first) || /^(?:log|set|ssh|exec|unzip|untar|ping|curl)$/u.test(first);
  if (isBase && second !== '' && !/^(?:of|is|are|was|has|and)$/u.test(second)) {
    return englishQuestionOf(`which ${thing} do you use to`, `**${lowerFirst(action)}**`);
  }
  const isVerb = ENGLISH_THIRD_PERSON.has(first) && !ENGLISH_NOUN_FORMS.has(first);
  return isVerb && action === text && second !== ''
    ? englishQuestionOf(`which ${thing}`, `**${lowerFirst(text)}**`)
    : null;
}
