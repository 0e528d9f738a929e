import type { Form, View } from '../../chat/port.js';
import { LANGUAGES, type Language } from '../../core/language.js';
import type { Instant } from '../../core/local-date.js';
import type { TimeZoneChange } from '../../tutor/change-settings.js';
import type { Learner } from '../../tutor/meet-learner.js';
import { button } from '../controls.js';
import { escapeMarkdown } from '../markdown.js';
import { type MessageKey, say } from '../messages/say.js';
import { clockTime, shorten } from '../words.js';
import { dailyLine } from './daily-view.js';
import { limitSelects } from './limits-view.js';

/** What is set and how to change it. What is chosen from a list stands in its select. */
export function settingsView(learner: Learner, now: Instant, notice: MessageKey | null): View {
  const { language, timeZone, limits } = learner;
  return {
    ...(notice === null ? {} : { tone: 'success' as const }),
    title: say(language, 'settings.title'),
    body: [
      ...(notice === null ? [] : [{ kind: 'text', markdown: say(language, notice) } as const]),
      {
        kind: 'fields',
        fields: [
          {
            name: say(language, 'settings.time-zone'),
            value: say(language, 'settings.time-zone.value', {
              zone: escapeMarkdown(timeZone),
              time: clockTime(now, timeZone),
            }),
          },
          { name: say(language, 'settings.daily'), value: dailyLine(learner) },
        ],
      },
    ],
    controls: [
      {
        kind: 'select',
        label: say(language, 'settings.language'),
        action: { action: 'settings.language', args: [] },
        options: LANGUAGES.map((value) => ({
          value,
          label: say(language, `settings.language.${value}`),
          selected: value === language,
        })),
      },
      ...limitSelects(language, limits),
      button(say(language, 'settings.time-zone.change'), 'settings.zone-form'),
      button(say(language, 'settings.daily'), 'daily.show'),
    ],
    footer: say(language, 'settings.day'),
  };
}

/** Asks for the time zone in the person's own words. */
export function timeZoneForm(language: Language, current: string): Form {
  return {
    title: say(language, 'settings.time-zone.form'),
    action: { action: 'settings.zone', args: [] },
    submitLabel: say(language, 'settings.save'),
    fields: [
      {
        kind: 'text',
        name: 'zone',
        label: say(language, 'settings.time-zone.field'),
        value: current,
        placeholder: say(language, 'settings.time-zone.placeholder'),
        required: true,
        multiline: false,
        maxLength: 60,
      },
    ],
  };
}

/** None or several zones go by what was typed. */
export function unclearZoneView(language: Language, change: TimeZoneChange & { kind: 'unclear' }): View {
  const typed = escapeMarkdown(shorten(change.typed, 60));
  const retry = button(say(language, 'settings.time-zone.change'), 'settings.zone-form');
  if (change.zones.length === 0) {
    return {
      tone: 'warning',
      body: [{ kind: 'text', markdown: say(language, 'settings.time-zone.unknown', { typed }) }],
      controls: [retry],
    };
  }
  return {
    body: [{ kind: 'text', markdown: say(language, 'settings.time-zone.several', { typed }) }],
    controls: [
      {
        kind: 'select',
        label: say(language, 'settings.time-zone'),
        action: { action: 'settings.zone-pick', args: [] },
        options: change.zones.map((zone) => ({ label: zone, value: zone })),
      },
      retry,
    ],
  };
}
