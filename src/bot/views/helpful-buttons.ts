import type { Control } from '../../chat/port.js';
import type { QuestionId } from '../../core/ids.js';
import type { Language } from '../../core/language.js';
import { button } from '../controls.js';
import { say } from '../messages/say.js';

/** "Was this helpful?", where something was asked in words. */
export function helpfulButtons(language: Language, question: QuestionId | null): readonly Control[] {
  if (question === null) return [];
  return [
    button(say(language, 'helpful.yes'), 'ask.helped', [question]),
    button(say(language, 'helpful.no'), 'ask.unhelped', [question]),
  ];
}
