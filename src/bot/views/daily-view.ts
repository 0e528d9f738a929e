import type { Control, Form, View } from '../../chat/port.js';
import type { DailyPreference, TimeOfDay } from '../../core/daily.js';
import type { Language } from '../../core/language.js';
import { type Instant, wallClock } from '../../core/local-date.js';
import { type NextDaily, nameZone } from '../../tutor/people/change-settings.js';
import type { Learner } from '../../tutor/people/meet-learner.js';
import type { PreparedDaily } from '../../tutor/review/prepare-daily.js';
import { button } from '../controls.js';
import { escapeInline } from '../markdown.js';
import { type MessageKey, say } from '../messages/say.js';
import { clockTime, dayWords, shortenLabel, timeOfDay } from '../words.js';
import { dayCountsLine } from './day-words.js';
import { noticeView } from './notice-view.js';
import { questionView } from './review-view.js';

const HOURS: readonly TimeOfDay[] = Array.from({ length: 24 }, (_, hour) => ({ hour, minute: 0 }));
/** Preselected for a first choice: early enough to learn before work. */
export const DEFAULT_TIME: TimeOfDay = { hour: 9, minute: 0 };
/** An estimated time for one card, for the greeting. */
const SECONDS_PER_CARD = 25;

/** "On, every day at 09:00 (Madrid, Spain)." */
export function dailyLine(learner: Learner): string {
  const { language, daily, timeZone } = learner;
  if (daily.kind === 'off') return say(language, 'daily.off');
  return say(language, 'daily.on', { time: timeOfDay(daily), zone: escapeInline(nameZone(timeZone, language)) });
}

/** Asked while the message is on and the time zone is only assumed. */
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

/** "The first one comes tomorrow at 09:00." */
function nextLine({ language, daily, timeZone }: Learner, now: Instant, next: NextDaily): string {
  const day = dayWords(language, next.on, wallClock(now, timeZone).date);
  const time = daily.kind === 'on' ? timeOfDay(daily) : '';
  return say(language, 'daily.next', { first: next.first ? 'yes' : 'no', day, time });
}

/** The full hours, and the learner's own time where it is none of them. */
function timesFor(daily: DailyPreference): readonly TimeOfDay[] {
  if (daily.kind === 'off' || daily.minute === 0) return HOURS;
  return [...HOURS.slice(0, daily.hour + 1), daily, ...HOURS.slice(daily.hour + 1)];
}

type DailyNews = { readonly notice: MessageKey | null; readonly next: NextDaily | null };

/** The switch and the time of the daily message. */
export function dailyView(learner: Learner, now: Instant, { notice, next }: DailyNews): View {
  const { language, daily } = learner;
  const question = zoneQuestion(learner, now);
  const chosen = timeOfDay(daily.kind === 'on' ? daily : DEFAULT_TIME);
  const on = daily.kind === 'on';
  return {
    title: say(language, 'daily.title'),
    body: [
      ...(notice === null ? [] : [{ kind: 'text', markdown: say(language, notice) } as const]),
      {
        kind: 'text',
        markdown: [dailyLine(learner), ...(next === null ? [] : [nextLine(learner, now, next)])].join(' '),
      },
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
        options: timesFor(daily)
          .map(timeOfDay)
          .map((time) => ({ value: time, label: time, selected: time === chosen })),
      },
      otherTime(language),
    ],
  };
}

function otherTime(language: Language): Control {
  return button(say(language, 'daily.other-time'), 'daily.time-form');
}

/** A form for a time to the minute, in the person's own words. */
export function dailyTimeForm(language: Language, current: TimeOfDay): Form {
  return {
    title: say(language, 'daily.form'),
    action: { action: 'daily.time', args: [] },
    submitLabel: say(language, 'settings.save'),
    fields: [
      {
        kind: 'text',
        name: 'time',
        label: say(language, 'daily.hour'),
        value: timeOfDay(current),
        placeholder: say(language, 'daily.form.placeholder'),
        required: true,
        multiline: false,
        maxLength: 60,
      },
    ],
  };
}

/** For a request that is neither on nor off nor a time. */
export function badDailyView(language: Language, typed: string): View {
  return {
    ...noticeView(language, 'warning', 'daily.unclear', { typed: escapeInline(shortenLabel(typed, 60)) }),
    controls: [otherTime(language), button(say(language, 'daily.title'), 'daily.show')],
  };
}

function partOfDay(at: Instant, timeZone: string): 'morning' | 'afternoon' | 'evening' {
  const { hour } = wallClock(at, timeZone);
  if (hour >= 4 && hour < 12) return 'morning';
  return hour >= 12 && hour < 20 ? 'afternoon' : 'evening';
}

/** The daily message: a greeting and the first card, which can be answered at once. */
export function dailyMessageView(language: Language, prepared: PreparedDaily, now: Instant): View {
  const { learner, question, due, fresh, rest } = prepared;
  const cards = due + fresh;
  const card = questionView(language, question, { notice: null, hint: false });
  const greeting = say(language, 'daily.greeting', {
    part: partOfDay(now, learner.timeZone),
    name: escapeInline(learner.name),
    cards,
    minutes: Math.max(1, Math.round((cards * SECONDS_PER_CARD) / 60)),
    counts: dayCountsLine(language, { due, fresh }),
    rest,
  });
  return {
    ...card,
    body: [{ kind: 'text', markdown: greeting }, ...card.body],
    controls: [...(card.controls ?? []).slice(0, 2), button(say(language, 'daily.settings'), 'daily.show')],
  };
}
