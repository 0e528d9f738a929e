import type { ActionRef, Control } from '../../chat/port.js';
import { type DayLimits, LIMIT_CHOICES } from '../../core/day.js';
import type { Language } from '../../core/language.js';
import { limitValue } from '../args.js';
import { say } from '../messages/say.js';

const LIMITS = ['newPerDay', 'reviewsPerDay', 'perSession'] as const satisfies readonly (keyof DayLimits)[];

const WORDS = {
  newPerDay: { name: 'limits.new', option: 'limits.new.option' },
  reviewsPerDay: { name: 'limits.due', option: 'limits.due.option' },
  perSession: { name: 'limits.session', option: 'limits.session.option' },
} as const;

/** A select for one limit. Options name the limit too, since a platform shows the chosen one without the label. */
export function limitSelect(language: Language, limits: DayLimits, limit: keyof DayLimits, action: ActionRef): Control {
  const chosen = limits[limit];
  const choices: readonly (number | null)[] = LIMIT_CHOICES[limit];
  const all = choices.includes(chosen) ? choices : [chosen, ...choices];
  return {
    kind: 'select',
    label: say(language, WORDS[limit].name),
    action,
    options: all.map((choice) => ({
      value: limitValue(choice),
      label: say(language, WORDS[limit].option, { limited: choice === null ? 'no' : 'yes', cards: choice ?? 0 }),
      selected: choice === chosen,
    })),
  };
}

/** Selects for all limits, each of which changes the settings. */
export function limitSelects(language: Language, limits: DayLimits): readonly Control[] {
  return LIMITS.map((limit) => limitSelect(language, limits, limit, { action: 'settings.limit', args: [limit] }));
}
