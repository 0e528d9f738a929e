import type { View } from '../../chat/port.js';
import { QUESTION_KINDS } from '../../core/question-kind.js';
import type { Learner } from '../../tutor/people/meet-learner.js';
import { button } from '../controls.js';
import { say } from '../messages/say.js';

/** How a learner likes to be asked. */
export function questionKindView({ language, questionKind }: Learner, isSaved: boolean): View {
  return {
    ...(isSaved ? { tone: 'success' as const } : {}),
    title: say(language, 'settings.asking'),
    body: [
      ...(isSaved ? [{ kind: 'text', markdown: say(language, 'settings.saved') } as const] : []),
      { kind: 'text', markdown: say(language, 'settings.asking.body') },
    ],
    controls: [
      {
        kind: 'select',
        label: say(language, 'settings.asking'),
        action: { action: 'settings.ask', args: [] },
        options: QUESTION_KINDS.map((value) => ({
          value,
          label: say(language, `settings.asking.${value}`),
          selected: value === questionKind,
        })),
      },
      button(say(language, 'help.back'), 'settings.back'),
    ],
  };
}
