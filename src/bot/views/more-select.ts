import type { Control } from '../../chat/port.js';
import type { Passage } from '../../core/card.js';
import type { QuestionId } from '../../core/ids.js';
import type { Language } from '../../core/language.js';
import { say } from '../messages/say.js';
import { LONGEST_LABEL } from '../platform-limits.js';
import { shortenLabel } from '../words.js';

/** The possible follow-ups of an answer; the first word of an option's value. */
export const FOLLOW_UPS = ['open', 'helped', 'unhelped'] as const;
type FollowUp = (typeof FOLLOW_UPS)[number];

/** The value of an option: the follow-up and its subject. */
function choiceOf(followUp: FollowUp, id: string): string {
  return `${followUp}:${id}`;
}

/**
 * A select below the buttons: related passages, and whether the answer to a question helped. None where there is
 * neither.
 */
export function moreSelect(
  language: Language,
  related: readonly Passage[],
  question: QuestionId | null,
): readonly Control[] {
  const topics = related.map(({ id, title }) => ({
    label: shortenLabel(title, LONGEST_LABEL),
    value: choiceOf('open', id),
  }));
  const feedback =
    question === null
      ? []
      : [
          { label: say(language, 'helpful.yes'), value: choiceOf('helped', question) },
          { label: say(language, 'helpful.no'), value: choiceOf('unhelped', question) },
        ];
  const options = [...topics, ...feedback];
  if (options.length === 0) return [];
  const key = topics.length === 0 ? 'more.feedback' : feedback.length === 0 ? 'more.related' : 'more.both';
  return [{ kind: 'select', label: say(language, key), action: { action: 'explain.more', args: [] }, options }];
}
