import type { Instant } from '../core/local-date.js';
import { chooseZone } from './choose-zone.js';
import { clockCalled } from './clock-names.js';
import { placeKey } from './key.js';
import { nearPlaces } from './near.js';
import { isUtc, offsetMatch, readOffset, utcMatch } from './offset.js';
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
import { clockGroup, everyZoneName, isKnownZone, modernZone, runtimeName } from './runtime-zone.js';
import type { ZoneMatch, ZoneOption, ZoneSearch } from './zone-match.js';
import { zonesNamed } from './zone-name.js';

export { modernZone };

/** Only this much of a longer text is read. */
const LONGEST = 120;
/** A place of this population, in thousands, is preferred to a clock: "Moscow" is the city, but "Pacific" is the clock. */
const LARGE = 500;
/** Areas in the names of zones, which are not cities: "Asia" is not the town in the Philippines. */
const AREAS: ReadonlySet<string> = new Set([...everyZoneName()].map((name) => placeKey(name.split('/')[0] ?? '')));
const WHOLE_NAMES: ReadonlyMap<string, string> = new Map(
  [...everyZoneName()].filter((name) => /[/\d]/.test(name)).map((name) => [placeKey(name), name]),
);
const FLAG_LETTER = /[\u{1f1e6}-\u{1f1ff}]/gu;
const UNKNOWN: ZoneSearch = { kind: 'unknown', near: [] };

/** Replaces a flag with its country's code. */
function spellFlags(text: string): string {
  return text.replace(FLAG_LETTER, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) - 0x1f1e6 + 0x61));
}

function toOption(zone: string): ZoneOption {
  return ownOption(modernZone(zone), 1);
}

/** The zone of a full IANA name, old or new: "Asia/Calcutta", "america/new york", "EST5EDT", "Etc/GMT+3". */
function zoneByName(text: string, key: string): ZoneOption | null {
  if (/^etc\//i.test(text) && isKnownZone(text)) return toOption(runtimeName(text));
  const name = WHOLE_NAMES.get(key);
  return name !== undefined && isKnownZone(name) ? toOption(name) : null;
}

/** Zones named after places that the lists lack, such as islands and stations. */
function zonesNamedAfter(places: Places, key: string, known: readonly ZoneMatch[]): readonly ZoneMatch[] {
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
 * Merges a state with its city of the same name and clock into one match: the city's zone with the state's population.
 * Else Córdoba would be named after the clock's largest city, which is another one.
 */
function joinNamesakes(regions: readonly ZoneMatch[], cities: readonly ZoneMatch[]): readonly ZoneMatch[] {
  const holds = ({ options: [first] }: ZoneMatch, { options: [only, ...more] }: ZoneMatch) =>
    more.length === 0 &&
    first?.country === only?.country &&
    clockGroup(first?.zone ?? '') === clockGroup(only?.zone ?? '');
  const isCity = (region: ZoneMatch) => cities.some((city) => city.own && holds(city, region));
  return [
    ...regions.filter((region) => !isCity(region)),
    ...cities.map((city) => {
      const state = city.own ? regions.find((region) => holds(city, region)) : undefined;
      return state === undefined ? city : { ...city, people: Math.max(city.people, state.people) };
    }),
  ];
}

/** All matches of a phrasing. */
function matchesOf(places: Places, { head, within }: Phrasing): readonly ZoneMatch[] {
  const cities = AREAS.has(head) ? [] : citiesCalled(places, head);
  const inPlaces = joinNamesakes(regionsCalled(places, head, within.length === 0), cities);
  const filters = within.map((key) => lieIn(places, key));
  const plain = [...countriesCalled(places, head), ...inPlaces];
  const called = clockCalled(places, head, false);
  const large = plain.some(({ people }) => people > LARGE);
  const clocks = called.length > 0 || large ? called : clockCalled(places, head, true);
  const all =
    within.length === 0 ? [...plain, ...clocks, ...zonesNamedAfter(places, head, plain)] : [...inPlaces, ...clocks];
  return all
    .map((match) => ({
      ...match,
      options: match.options.filter((option) => filters.every((lies) => lies(option))),
    }))
    .filter(({ options }) => options.length > 0);
}

function searchPhrasing(places: Places, phrasing: Phrasing, now: Instant): ZoneSearch | null {
  const matches = matchesOf(places, phrasing);
  return matches.length === 0 ? null : chooseZone(matches, phrasing.head, now);
}

/** Suggestions where nothing matches. A place with the wrong country ("Madrid, France") is suggested, not chosen. */
function nearest(places: Places, ways: readonly Phrasing[], key: string, now: Instant): ZoneSearch {
  for (const { head, within } of ways) {
    const found = within.length === 0 ? null : searchPhrasing(places, { head, within: [] }, now);
    if (found?.kind === 'sure') return { kind: 'unknown', near: [found.option] };
    if (found?.kind === 'several') return { kind: 'unknown', near: found.options.slice(0, 5) };
  }
  return { kind: 'unknown', near: nearPlaces(places, key) };
}

/**
 * The time zones for a typed country, state, city, name of a clock, offset or zone name, in English or Spanish; cities
 * are found by their names in any language.
 */
export async function findZones(typed: string, now: Instant): Promise<ZoneSearch> {
  const text = spellFlags(typed.trim().slice(0, LONGEST));
  const key = placeKey(text);
  const offset = readOffset(text);
  if (isUtc(key)) return chooseZone([utcMatch()], key, now);
  const zone = offset === null ? zoneByName(text, key) : null;
  if (zone !== null) return { kind: 'sure', option: zone };
  if (offset === null && key.length < 2) return UNKNOWN;
  const places = await readPlaces();
  if (offset !== null) {
    const match = offsetMatch(places, offset, now);
    return match === null ? UNKNOWN : chooseZone([match], key, now);
  }
  const ways = phrasings(text);
  for (const way of ways) {
    const found = searchPhrasing(places, way, now);
    if (found !== null) return found;
  }
  return nearest(places, ways, key, now);
}
