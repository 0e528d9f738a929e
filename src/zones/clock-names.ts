import { abbreviations, rawTimeZones } from '@vvo/tzdb';
import { LANGUAGES } from '../core/language.js';
import { placeKey } from './key.js';
import { ownOption, type Places, peopleByZone } from './places.js';
import { isKnownZone } from './runtime-zone.js';
import type { ZoneMatch } from './zone-match.js';

type Clock = (typeof rawTimeZones)[number];

/** Moments in winter and summer of both hemispheres: a clock has a name for each. */
const SEASONS = [Date.UTC(2026, 0, 15), Date.UTC(2026, 6, 15)] as const;

/** Filler words in names of clocks, in either language. */
const AROUND =
  /\b(time|zone|standard|daylight|saving|savings|summer|hora|horario|huso|zona|horaria|estandar|verano|de|del|la|las|los|el|in|the|en)\b/g;
/** CLDR says "hora oriental" where people say "hora del este". */
const SPOKEN_NAMES: ReadonlyMap<string, string> = new Map([
  ['este', 'oriental'],
  ['oeste', 'occidental'],
  ['centro', 'central'],
  ['montana', 'montanas rocosas'],
  ['europea', 'europa'],
]);

/** The distinctive part of a clock's name: "Eastern Standard Time", "Eastern time" → "eastern". */
function stem(name: string): string {
  const words = placeKey(name).replace(AROUND, ' ').trim().split(/\s+/);
  return words
    .map((word) => SPOKEN_NAMES.get(word) ?? word)
    .sort()
    .join(' ');
}

/** Whether the words mention time. Without that, a name such as "Moscow" means the city. */
function saysTime(key: string): boolean {
  return /\b(time|hora|horario|huso)\b/.test(key);
}

function displayName(locale: string, zone: string, timeZoneName: 'short' | 'long' | 'longGeneric'): readonly string[] {
  const format = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName });
  return SEASONS.map((at) => format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '');
}

/** Whether people in that country write the abbreviation, according to CLDR. */
function isWritten({ name, countryCode }: Clock, key: string): boolean {
  return LANGUAGES.some((language) =>
    displayName(`${language}-${countryCode}`, name, 'short').some((written) => placeKey(written) === key),
  );
}

/** Clocks with this abbreviation, and those whose full name it abbreviates. */
function clocksAbbreviated(key: string): readonly Clock[] {
  const own = rawTimeZones.filter(({ abbreviation, dstAbbreviation }) =>
    [abbreviation, dstAbbreviation ?? ''].some((short) => placeKey(short) === key),
  );
  const listed = new Set(own.map(({ alternativeName }) => alternativeName));
  const long = Object.entries(abbreviations)
    .filter(([, short]) => placeKey(short) === key)
    .map(([name]) => stem(name));
  return [
    ...own,
    ...rawTimeZones.filter(({ alternativeName: name }) => !listed.has(name) && long.includes(stem(name))),
  ];
}

function stemsOf({ alternativeName, name }: Clock): readonly string[] {
  const spanish = isKnownZone(name)
    ? [...displayName('es', name, 'longGeneric'), ...displayName('es', name, 'long')]
    : [];
  return [alternativeName, ...spanish].map(stem);
}

let stems: ReadonlyMap<string, readonly string[]> | undefined;

/** The distinctive parts of each clock's names in English and Spanish, by its English name; computed once. */
function stemsByClock(): ReadonlyMap<string, readonly string[]> {
  const first = new Map(rawTimeZones.toReversed().map((zone) => [zone.alternativeName, zone]));
  stems ??= new Map([...first].map(([name, zone]) => [name, stemsOf(zone)]));
  return stems;
}

/** Clocks with that name in English or Spanish. */
function clocksNamed(key: string): readonly Clock[] {
  const wanted = stem(key);
  const all = stemsByClock();
  return rawTimeZones.filter(({ alternativeName }) => all.get(alternativeName)?.includes(wanted));
}

/**
 * The clock that a key names ("est", "eastern time", "hora del este"); zones where people use that name come first.
 *
 * @param unsaid whether a name counts that does not mention time ("pacific")
 */
export function clockCalled(places: Places, key: string, unsaid: boolean): readonly ZoneMatch[] {
  const clocks = (unsaid || saysTime(key) ? clocksNamed(key) : clocksAbbreviated(key)).filter(({ name }) =>
    isKnownZone(name),
  );
  if (clocks.length === 0) return [];
  const people = peopleByZone(places);
  const options = clocks
    .map((clock) => ({ clock, written: isWritten(clock, key), people: people.get(clock.name) ?? 0 }))
    .sort((a, b) => Number(b.written) - Number(a.written) || b.people - a.people)
    .map(({ clock, people: living }) => ownOption(clock.name, living));
  return [{ kind: 'clock', own: true, people: options.reduce((total, one) => total + one.people, 0), options }];
}
