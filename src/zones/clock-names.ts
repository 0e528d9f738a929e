import { abbreviations, rawTimeZones } from '@vvo/tzdb';
import { LANGUAGES } from '../core/language.js';
import { placeKey } from './key.js';
import { ownOption, type Places, peopleByZone } from './places.js';
import type { Reading } from './reading.js';
import { isKnownZone } from './runtime-zone.js';

type Clock = (typeof rawTimeZones)[number];

/** The middle of winter and of summer, north and south: a clock has a name in each. */
const SEASONS = [Date.UTC(2026, 0, 15), Date.UTC(2026, 6, 15)] as const;

/** What names of clocks have around the part that matters, in either language. */
const AROUND =
  /\b(time|zone|standard|daylight|saving|savings|summer|hora|horario|huso|zona|horaria|estandar|verano|de|del|la|las|los|el|in|the|en)\b/g;
/** CLDR says "hora oriental" where people say "hora del este". */
const SAID: ReadonlyMap<string, string> = new Map([
  ['este', 'oriental'],
  ['oeste', 'occidental'],
  ['centro', 'central'],
  ['montana', 'montanas rocosas'],
  ['europea', 'europa'],
]);

/** The part of a clock's name that tells it from others: "Eastern Standard Time", "Eastern time" → "eastern". */
function stem(name: string): string {
  const words = placeKey(name).replace(AROUND, ' ').trim().split(/\s+/);
  return words
    .map((word) => SAID.get(word) ?? word)
    .sort()
    .join(' ');
}

/** Whether the words speak of a clock. A name such as "Moscow" means the city unless they do. */
function saysTime(key: string): boolean {
  return /\b(time|hora|horario|huso)\b/.test(key);
}

function shown(locale: string, zone: string, timeZoneName: 'short' | 'long' | 'longGeneric'): readonly string[] {
  const format = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName });
  return SEASONS.map((at) => format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '');
}

/** Whether the abbreviation is what people in that country write, as CLDR knows it. */
function isWritten({ name, countryCode }: Clock, key: string): boolean {
  return LANGUAGES.some((language) =>
    shown(`${language}-${countryCode}`, name, 'short').some((written) => placeKey(written) === key),
  );
}

/** Zones that somebody means by the key: an abbreviation of theirs, or the whole name that it is short for. */
function abbreviated(key: string): readonly Clock[] {
  const own = rawTimeZones.filter(({ abbreviation, dstAbbreviation }) =>
    [abbreviation, dstAbbreviation ?? ''].some((short) => placeKey(short) === key),
  );
  const told = new Set(own.map(({ alternativeName }) => alternativeName));
  const long = Object.entries(abbreviations)
    .filter(([, short]) => placeKey(short) === key)
    .map(([name]) => stem(name));
  return [...own, ...rawTimeZones.filter(({ alternativeName: name }) => !told.has(name) && long.includes(stem(name)))];
}

function stemsOf({ alternativeName, name }: Clock): readonly string[] {
  const spanish = isKnownZone(name) ? [...shown('es', name, 'longGeneric'), ...shown('es', name, 'long')] : [];
  return [alternativeName, ...spanish].map(stem);
}

let stems: ReadonlyMap<string, readonly string[]> | undefined;

/** What tells a clock from others in English and Spanish, by its English name; there are a hundred, told once. */
function everyStem(): ReadonlyMap<string, readonly string[]> {
  const first = new Map(rawTimeZones.toReversed().map((zone) => [zone.alternativeName, zone]));
  stems ??= new Map([...first].map(([name, zone]) => [name, stemsOf(zone)]));
  return stems;
}

/** Zones of which the clock goes by that name in English or Spanish. */
function named(key: string): readonly Clock[] {
  const wanted = stem(key);
  const all = everyStem();
  return rawTimeZones.filter(({ alternativeName }) => all.get(alternativeName)?.includes(wanted));
}

/**
 * The clock that a key names ("est", "eastern time", "hora del este"), the zones where people call it so first.
 *
 * @param unsaid whether a name counts where nothing says that it is a clock's ("pacific")
 */
export function clockCalled(places: Places, key: string, unsaid: boolean): readonly Reading[] {
  const clocks = (unsaid || saysTime(key) ? named(key) : abbreviated(key)).filter(({ name }) => isKnownZone(name));
  if (clocks.length === 0) return [];
  const people = peopleByZone(places);
  const options = clocks
    .map((clock) => ({ clock, written: isWritten(clock, key), people: people.get(clock.name) ?? 0 }))
    .sort((a, b) => Number(b.written) - Number(a.written) || b.people - a.people)
    .map(({ clock, people: living }) => ownOption(clock.name, living));
  return [{ kind: 'clock', own: true, people: options.reduce((total, one) => total + one.people, 0), options }];
}
