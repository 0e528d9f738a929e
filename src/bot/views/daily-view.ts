import type { Control, View } from '../../chat/port.js';
import type { Language } from '../../core/language.js';
import { type Instant, wallClock } from '../../core/local-date.js';
import type { Learner } from '../../tutor/meet-learner.js';
import type { PreparedDaily } from '../../tutor/prepare-daily.js';
import { button } from '../controls.js';
import { escapeMarkdown } from '../markdown.js';
import { type MessageKey, say } from '../messages/say.js';
import { clockTime, fullHour } from '../words.js';
import { countsLine } from './day-words.js';
import { questionView } from './review-view.js';

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
/** Offered before the person has chosen: early enough to learn before work. */
export const DEFAULT_DAILY_HOUR = 9;
/** A card takes about this long, so that the greeting can say how long the reviews will take. */
const SECONDS_PER_CARD = 25;

/** "On, every day at 09:00 (Europe/Madrid)." */
export function dailyLine(learner: Learner): string {
  const { language, daily, timeZone } = learner;
  if (daily.kind === 'off') return say(language, 'daily.off');
  return say(language, 'daily.on', { hour: fullHour(daily.hour), zone: escapeMarkdown(timeZone) });
}

/** Asked while the message is on and nobody has said which clock it goes by. */
function zoneQuestion(learner: Learner, now: Instant): Pick<View, 'body'> & { readonly controls: readonly Control[] } {
  const { language, daily, timeZone, timeZoneFrom } = learner;
  if (daily.kind === 'off' || timeZoneFrom !== 'assumed') return { body: [], controls: [] };
  const time = clockTime(now, timeZone);
  return {
    body: [{ kind: 'text', markdown: say(language, 'daily.zone', { time }) }],
    controls: [
      button(say(language, 'daily.zone.right'), 'daily.zone-right'),
      button(say(language, 'settings.time-zone.change'), 'settings.zone-form', [], 'primary'),
    ],
  };
}

/** The daily message's switch and hour. */
export function dailyView(learner: Learner, now: Instant, notice: MessageKey | null): View {
  const { language, daily } = learner;
  const question = zoneQuestion(learner, now);
  const on = daily.kind === 'on';
  return {
    title: say(language, 'daily.title'),
    body: [
      ...(notice === null ? [] : [{ kind: 'text', markdown: say(language, notice) } as const]),
      { kind: 'text', markdown: dailyLine(learner) },
      ...question.body,
    ],
    controls: [
      ...question.controls,
      button(
        say(language, on ? 'daily.turn-off' : 'daily.turn-on'),
        'daily.switch',
        [on ? 'off' : 'on'],
        on ? 'plain' : 'primary',
      ),
      {
        kind: 'select',
        label: say(language, 'daily.hour'),
        action: { action: 'daily.hour', args: [] },
        options: HOURS.map((hour) => ({
          value: String(hour),
          label: fullHour(hour),
          selected: on ? hour === daily.hour : hour === DEFAULT_DAILY_HOUR,
        })),
      },
    ],
  };
}

function partOfDay(at: Instant, timeZone: string): 'morning' | 'afternoon' | 'evening' {
  const { hour } = wallClock(at, timeZone);
  if (hour >= 4 && hour < 12) return 'morning';
  return hour >= 12 && hour < 20 ? 'afternoon' : 'evening';
}

/** The day's message: a greeting and the first card, ready to be answered. */
export function dailyMessageView(language: Language, prepared: PreparedDaily, now: Instant): View {
  const { learner, question, due, fresh, rest } = prepared;
  const cards = due + fresh;
  const card = questionView(language, question, { notice: null, hint: false });
  const greeting = say(language, 'daily.greeting', {
    part: partOfDay(now, learner.timeZone),
    name: escapeMarkdown(learner.name),
    cards,
    minutes: Math.max(1, Math.round((cards * SECONDS_PER_CARD) / 60)),
    counts: countsLine(language, { due, fresh }),
    rest,
  });
  return {
    ...card,
    body: [{ kind: 'text', markdown: greeting }, ...card.body],
    controls: [...(card.controls ?? []).slice(0, 2), button(say(language, 'daily.settings'), 'daily.show')],
  };
}
