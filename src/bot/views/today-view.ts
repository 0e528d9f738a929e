import type { View } from '../../chat/port.js';
import { waitingIn } from '../../core/day.js';
import type { Language } from '../../core/language.js';
import type { Today } from '../../tutor/look-at-today.js';
import { button } from '../controls.js';
import { say } from '../messages/say.js';
import { beyondLine, countsLine, restControls, restLine, tomorrowLine } from './day-words.js';
import { limitSelect } from './limits-view.js';

/** What waits, the streak, tomorrow; a start where there is something to start, and how long it is to be. */
export function todayView(language: Language, { day, streak }: Today): View {
  const { counts, limits } = day;
  const { due, fresh } = counts;
  const waiting = waitingIn(counts);
  const { days, doneToday } = streak;
  const toCome = {
    name: say(language, 'today.to-come'),
    value: say(language, 'today.cards', { cards: counts.toCome }),
  };
  const lines = waiting === 0 ? [restLine(language, day)] : [beyondLine(language, day), tomorrowLine(language, day)];
  return {
    title: say(language, 'today.title'),
    body: [
      {
        kind: 'fields',
        fields: [
          { name: say(language, 'today.due'), value: countsLine(language, { due, fresh }) },
          ...(counts.toCome > 0 ? [toCome] : []),
          {
            name: say(language, 'today.streak'),
            value: say(language, doneToday ? 'today.streak.value' : 'today.streak.open', { days }),
          },
        ],
      },
      ...lines.filter((line) => line !== '').map((markdown) => ({ kind: 'text', markdown }) as const),
    ],
    controls: [
      ...(waiting > 0
        ? [button(say(language, 'review.start'), 'review.start', [], 'primary')]
        : restControls(language, day)),
      button(say(language, 'help.decks'), 'deck.show'),
      button(say(language, 'settings.title'), 'settings.show'),
      ...(waiting > 0 ? [limitSelect(language, limits, 'perSession', { action: 'today.length', args: [] })] : []),
    ],
  };
}
