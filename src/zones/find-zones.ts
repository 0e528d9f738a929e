import type { Instant } from '../core/local-date.js';
import { clockCalled } from './clock-names.js';
import { decide } from './decide.js';
import { placeKey } from './key.js';
import { nearPlaces } from './near.js';
import { isUtc, offsetReading, readOffset, utcReading } from './offset.js';
import { type Phrasing, phrasings } from './phrasings.js';
import {
  citiesCalled,
  countriesCalled,
  ownOption,
  type Places,
  peopleByZone,
  readPlaces,
  regionsCalled,
} from './places.js';
import type { Found, Reading, ZoneOption } from './reading.js';
import { clockGroup, everyZoneName, isKnownZone, modernZone, runtimeName } from './runtime-zone.js';
import { zonesNamed } from './zone-name.js';

export { modernZone };

/** Nobody writes a place at greater length. */
const LONGEST = 120;
/** A place, in thousands, before which nobody thinks of a clock: "Moscow" is the city, "Pacific" no town in Missouri. */
const LARGE = 500;
/** "Asia" is no town in the Philippines. */
const AREAS: ReadonlySet<string> = new Set([...everyZoneName()].map((name) => placeKey(name.split('/')[0] ?? '')));
const WHOLE_NAMES: ReadonlyMap<string, string> = new Map(
  [...everyZoneName()].filter((name) => /[/\d]/.test(name)).map((name) => [placeKey(name), name]),
);
const FLAG_LETTER = /[\u{1f1e6}-\u{1f1ff}]/gu;
const UNKNOWN: Found = { kind: 'unknown', near: [] };

/** A flag is two letters of the country's code. */
function spellFlags(text: string): string {
  return text.replace(FLAG_LETTER, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) - 0x1f1e6 + 0x61));
}

function ofZone(zone: string): ZoneOption {
  return ownOption(modernZone(zone), 1);
}

/** A whole IANA name, old or new: "Asia/Calcutta", "america/new york", "EST5EDT", "Etc/GMT+3". */
function zoneCalled(text: string, key: string): ZoneOption | null {
  if (/^etc\//i.test(text) && isKnownZone(text)) return ofZone(runtimeName(text));
  const name = WHOLE_NAMES.get(key);
  return name !== undefined && isKnownZone(name) ? ofZone(name) : null;
}

/** Zones that are named after a place of which the lists have no city: islands, stations. */
function namesakes(places: Places, key: string, known: readonly Reading[]): readonly Reading[] {
  const zones = zonesNamed(key).filter(
    (zone) => isKnownZone(zone) && !known.some(({ options }) => options.some((option) => option.zone === zone)),
  );
  if (zones.length === 0) return [];
  const people = peopleByZone(places);
  const options = zones.map((zone) => ownOption(zone, people.get(clockGroup(zone)) ?? 0));
  return options.map((option) => ({ kind: 'city', own: true, people: option.people, options: [option] }));
}

function lieIn(places: Places, within: string): (option: ZoneOption) => boolean {
  const countries = countriesCalled(places, within).flatMap(({ options }) => options.map(({ country }) => country));
  const regions = regionsCalled(places, within, false).flatMap(({ options }) => options);
  return ({ country, region }) =>
    countries.includes(country) ||
    regions.some((known) => known.country === country && known.region?.en === region?.en);
}

/**
 * A state and its city of the same name and clock are one thing to people: the city's zone, with all the people of the
 * state. Otherwise Córdoba would go by the clock's largest city, which is another.
 */
function joinNamesakes(regions: readonly Reading[], cities: readonly Reading[]): readonly Reading[] {
  const holds = ({ options: [first] }: Reading, { options: [only, ...more] }: Reading) =>
    more.length === 0 &&
    first?.country === only?.country &&
    clockGroup(first?.zone ?? '') === clockGroup(only?.zone ?? '');
  const isCity = (region: Reading) => cities.some((city) => city.own && holds(city, region));
  return [
    ...regions.filter((region) => !isCity(region)),
    ...cities.map((city) => {
      const state = city.own ? regions.find((region) => holds(city, region)) : undefined;
      return state === undefined ? city : { ...city, people: Math.max(city.people, state.people) };
    }),
  ];
}

/** All that a phrasing can mean. */
function readingsOf(places: Places, { head, within }: Phrasing): readonly Reading[] {
  const cities = AREAS.has(head) ? [] : citiesCalled(places, head);
  const placed = joinNamesakes(regionsCalled(places, head, within.length === 0), cities);
  const filters = within.map((key) => lieIn(places, key));
  const plain = [...countriesCalled(places, head), ...placed];
  const called = clockCalled(places, head, false);
  const large = plain.some(({ people }) => people > LARGE);
  const clocks = called.length > 0 || large ? called : clockCalled(places, head, true);
  const all = within.length === 0 ? [...plain, ...clocks, ...namesakes(places, head, plain)] : [...placed, ...clocks];
  return all
    .map((reading) => ({
      ...reading,
      options: reading.options.filter((option) => filters.every((lies) => lies(option))),
    }))
    .filter(({ options }) => options.length > 0);
}

function readPhrasing(places: Places, phrasing: Phrasing, now: Instant): Found | null {
  const readings = readingsOf(places, phrasing);
  return readings.length === 0 ? null : decide(readings, phrasing.head, now);
}

/** A place of which the rest says that it lies elsewhere ("Madrid, France") is asked about, not taken. */
function nearest(places: Places, ways: readonly Phrasing[], key: string, now: Instant): Found {
  for (const { head, within } of ways) {
    const found = within.length === 0 ? null : readPhrasing(places, { head, within: [] }, now);
    if (found?.kind === 'sure') return { kind: 'unknown', near: [found.option] };
    if (found?.kind === 'several') return { kind: 'unknown', near: found.options.slice(0, 5) };
  }
  return { kind: 'unknown', near: nearPlaces(places, key) };
}

/**
 * The time zones that somebody can mean who types a country, a state, a city, the name of a clock, an offset or a
 * zone's own name, in English, Spanish or, for cities, however they are called anywhere.
 */
export async function findZones(typed: string, now: Instant): Promise<Found> {
  const text = spellFlags(typed.trim().slice(0, LONGEST));
  const key = placeKey(text);
  const offset = readOffset(text);
  if (isUtc(key)) return decide([utcReading()], key, now);
  const zone = offset === null ? zoneCalled(text, key) : null;
  if (zone !== null) return { kind: 'sure', option: zone };
  if (offset === null && key.length < 2) return UNKNOWN;
  const places = await readPlaces();
  if (offset !== null) {
    const reading = offsetReading(places, offset, now);
    return reading === null ? UNKNOWN : decide([reading], key, now);
  }
  const ways = phrasings(text);
  for (const way of ways) {
    const found = readPhrasing(places, way, now);
    if (found !== null) return found;
  }
  return nearest(places, ways, key, now);
}
