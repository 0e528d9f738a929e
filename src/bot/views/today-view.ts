import type { Control, View } from '../../chat/port.js';
import { waitingIn } from '../../core/day.js';
import type { Language } from '../../core/language.js';
import type { Today } from '../../tutor/review/read-today.js';
import { button } from '../controls.js';
import { say } from '../messages/say.js';
import { beyondLine, dayCountsLine, restControls, restLine, tomorrowLine } from './day-words.js';
import { limitSelect } from './limits-view.js';

/** What waits, the streak and tomorrow, with a start button and the session's length. */
export function todayView(language: Language, today: Today): View {
  const { day, streak } = today;
  const { toCome } = day.counts;
  const { days, doneToday } = streak;
  return {
    title: say(language, 'today.title'),
    body: [
      {
        kind: 'fields',
        fields: [
          { name: say(language, 'today.due'), value: waitingWords(language, today) },
          ...(toCome > 0
            ? [{ name: say(language, 'today.to-come'), value: say(language, 'today.cards', { cards: toCome }) }]
            : []),
          {
            name: say(language, 'today.streak'),
            value: say(language, doneToday ? 'today.streak.value' : 'today.streak.open', { days }),
          },
        ],
      },
      ...linesOf(language, today).map((markdown) => ({ kind: 'text', markdown }) as const),
    ],
    controls: [
      ...startControls(language, today),
      button(say(language, 'help.decks'), 'deck.show'),
      button(say(language, 'settings.title'), 'settings.show'),
      ...lengthSelect(language, day),
    ],
  };
}

function waitingWords(language: Language, { day, isUnfinished }: Today): string {
  const { due, fresh } = day.counts;
  return isUnfinished ? say(language, 'today.asked') : dayCountsLine(language, { due, fresh });
}

function linesOf(language: Language, { day }: Today): readonly string[] {
  const waits = waitingIn(day.counts) > 0;
  const lines = waits ? [beyondLine(language, day), tomorrowLine(language, day)] : [restLine(language, day)];
  return lines.filter((line) => line !== '');
}

function startControls(language: Language, { day, isUnfinished }: Today): readonly Control[] {
  if (isUnfinished) return [button(say(language, 'review.continue'), 'review.start', [], 'primary')];
  if (waitingIn(day.counts) === 0) return restControls(language, day);
  return [button(say(language, 'review.start'), 'review.start', [], 'primary')];
}

function lengthSelect(language: Language, { counts, limits }: Today['day']): readonly Control[] {
  if (waitingIn(counts) === 0) return [];
  return [limitSelect(language, limits, 'perSession', { action: 'today.length', args: [] })];
}
