import type { View } from '../../chat/port.js';
import { LANGUAGES } from '../../core/language.js';
import type { Instant } from '../../core/local-date.js';
import { nameZone } from '../../tutor/people/change-settings.js';
import type { Learner } from '../../tutor/people/meet-learner.js';
import { button } from '../controls.js';
import { escapeInline } from '../markdown.js';
import { type MessageKey, say } from '../messages/say.js';
import { clockTime } from '../words.js';
import { dailyLine } from './daily-view.js';
import { limitSelects } from './limits-view.js';

type SettingsShown = {
  readonly now: Instant;
  readonly notice: MessageKey | null;
  /** Whether the person manages the workspace and sets what applies to everyone. */
  readonly manages: boolean;
};

/** The settings and how to change them. Settings with few choices show the current one in their select. */
export function settingsView(learner: Learner, { now, notice, manages }: SettingsShown): View {
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
              zone: escapeInline(nameZone(timeZone, language)),
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
      button(say(language, 'settings.asking'), 'settings.asking'),
      button(say(language, 'settings.plan'), 'settings.plan.show'),
      ...(manages ? [button(say(language, 'settings.cards'), 'settings.cards')] : []),
    ],
    footer: say(language, 'settings.day'),
  };
}
