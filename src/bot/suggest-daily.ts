import type { Suggestion } from '../chat/port.js';
import type { TimeOfDay } from '../core/daily.js';
import type { Language } from '../core/language.js';
import { fold } from '../core/text.js';
import { say } from './messages/say.js';
import { readDaily } from './read-daily.js';
import { readTime } from './read-time.js';
import { timeOfDay } from './words.js';

const HOURS: readonly TimeOfDay[] = Array.from({ length: 24 }, (_, hour) => ({ hour, minute: 0 }));

function asSuggestion(time: TimeOfDay): Suggestion {
  const written = timeOfDay(time);
  return { label: written, value: written };
}

/** The typed time, or the hours that begin like it. */
export function suggestTime(typed: string): readonly Suggestion[] {
  const time = readTime(typed);
  if (time !== null) return [asSuggestion(time)];
  const wanted = typed.trim();
  return HOURS.map(asSuggestion).filter(({ value }) => value.startsWith(wanted));
}

/** On, off, and the meaning of the words typed so far: "9 pm" turns it on at 21:00. */
export function suggestSwitch(language: Language, typed: string): readonly Suggestion[] {
  const said = readDaily(typed);
  if (said.kind === 'on' && said.time !== null) {
    const time = timeOfDay(said.time);
    return [{ label: say(language, 'daily.suggest-at', { time }), value: `on ${time}` }];
  }
  const both = [
    { label: say(language, 'choice.on'), value: 'on' },
    { label: say(language, 'choice.off'), value: 'off' },
  ];
  if (said.kind === 'on' || said.kind === 'off') return both.filter(({ value }) => value === said.kind);
  const wanted = fold(typed).trim();
  return both.filter(({ label, value }) => value.startsWith(wanted) || fold(label).startsWith(wanted));
}
