import type { View } from '../../chat/port.js';
import type { Language } from '../../core/language.js';
import type { Today } from '../../tutor/look-at-today.js';
import { button } from '../controls.js';
import { say } from '../messages/say.js';

/** What waits, the streak, tomorrow; a start where there is something to start. */
export function todayView(language: Language, today: Today): View {
  const { waiting, cards, dueTomorrow, streak } = today;
  const start = button(say(language, 'review.start'), 'review.start', [], 'primary');
  return {
    title: say(language, 'today.title'),
    body: [
      {
        kind: 'fields',
        fields: [
          { name: say(language, 'today.due'), value: say(language, 'today.due.value', { cards: waiting }) },
          {
            name: say(language, 'today.streak'),
            value: say(language, streak.doneToday ? 'today.streak.value' : 'today.streak.open', { days: streak.days }),
          },
        ],
      },
      {
        kind: 'text',
        markdown:
          cards === 0
            ? say(language, 'explain.not-found.empty')
            : say(language, 'review.done.tomorrow', { cards: dueTomorrow }),
      },
    ],
    controls: [
      ...(waiting > 0 ? [start] : []),
      button(say(language, 'help.decks'), 'deck.show'),
      button(say(language, 'settings.title'), 'settings.show'),
    ],
  };
}
