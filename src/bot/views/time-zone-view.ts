import type { Form, View } from '../../chat/port.js';
import type { Language } from '../../core/language.js';
import type { Instant } from '../../core/local-date.js';
import type { OfferedZone, TimeZoneChange } from '../../tutor/people/change-settings.js';
import { button } from '../controls.js';
import { escapeInline } from '../markdown.js';
import { say } from '../messages/say.js';
import { clockTime, shortenLabel } from '../words.js';

/** A form for the time zone in the person's own words. */
export function timeZoneForm(language: Language): Form {
  return {
    title: say(language, 'settings.time-zone.form'),
    action: { action: 'settings.zone', args: [] },
    submitLabel: say(language, 'settings.save'),
    fields: [
      {
        kind: 'text',
        name: 'zone',
        label: say(language, 'settings.time-zone.field'),
        placeholder: say(language, 'settings.time-zone.placeholder'),
        required: true,
        multiline: false,
        maxLength: 60,
      },
    ],
  };
}

/** "Madrid, Spain · 14:05": people who do not know the zone's name recognise their clock. */
function optionOf({ zone, name }: OfferedZone, now: Instant) {
  const time = clockTime(now, zone);
  return { label: `${shortenLabel(name, 70)} · ${time}`, value: zone };
}

/** Nothing was changed, since several zones match or none does; the likely ones are offered. */
export function unclearZoneView(
  language: Language,
  now: Instant,
  change: TimeZoneChange & { kind: 'several' | 'unknown' },
): View {
  const typed = escapeInline(shortenLabel(change.typed, 60));
  const retry = button(say(language, 'settings.time-zone.change'), 'settings.zone-form');
  if (change.zones.length === 0) {
    return {
      tone: 'warning',
      body: [{ kind: 'text', markdown: say(language, 'settings.time-zone.unknown', { typed }) }],
      controls: [retry],
    };
  }
  const key = change.kind === 'several' ? 'settings.time-zone.several' : 'settings.time-zone.near';
  return {
    body: [{ kind: 'text', markdown: say(language, key, { typed }) }],
    controls: [
      {
        kind: 'select',
        label: say(language, 'settings.time-zone.form'),
        action: { action: 'settings.zone-pick', args: [] },
        options: change.zones.map((zone) => optionOf(zone, now)),
      },
      retry,
    ],
    footer: say(language, 'settings.time-zone.times'),
  };
}
