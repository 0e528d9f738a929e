import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { rawTimeZones } from '@vvo/tzdb';
import { countryOfZone, isKnownZone, modernZone } from './runtime-zone.js';
import type { ZoneMatch, ZoneOption } from './zone-match.js';

/** The lists that `scripts/places.mjs` makes; `places/README.md` describes their columns. */
const FOLDER = fileURLToPath(new URL('../../places/', import.meta.url));

/**
 * The lists of places as bytes: five megabytes, read when somebody sets a zone, and not kept. Searching the bytes is faster
 * than parsing them.
 */
export type Places = { readonly countries: Buffer; readonly regions: Buffer; readonly cities: Buffer };

export async function readPlaces(): Promise<Places> {
  const read = (name: string) => readFile(`${FOLDER}${name}`);
  const [countries, regions, cities] = await Promise.all([
    read('countries.tsv'),
    read('regions.tsv'),
    read('cities.tsv'),
  ]);
  return { countries, regions, cities };
}

const LINE = 10;

/** The columns of each line, the first one first. */
export function* placeLines(list: Buffer): Iterable<readonly string[]> {
  for (let start = 0; start < list.length; ) {
    const end = list.indexOf(LINE, start);
    yield list.toString('utf8', start, end).split('\t');
    start = end + 1;
  }
}

/** The columns of each line that has `wanted` in it. */
function linesWith(list: Buffer, wanted: string): readonly (readonly string[])[] {
  const lines: (readonly string[])[] = [];
  let at = list.indexOf(wanted);
  while (at !== -1) {
    const start = list.lastIndexOf(LINE, at) + 1;
    const end = list.indexOf(LINE, at);
    lines.push(list.toString('utf8', start, end).split('\t'));
    at = list.indexOf(wanted, end);
  }
  return lines;
}

/** The line of a code. */
function lineOf(list: Buffer, code: string): readonly string[] | undefined {
  return linesWith(list, `${code}\t`).find((columns) => columns[0] === code);
}

const indexLines = (key: string) => `|${key}|`;

type ZoneShare = { readonly main: string; readonly people: number; readonly city: string };

function readShares(cell: string): readonly ZoneShare[] {
  const shares = cell === '' ? [] : cell.split('|');
  return shares.map((share) => {
    const [main = '', people = '', ...city] = share.split(':');
    return { main, people: Number(people), city: city.join(':') };
  });
}

function sumPeople(options: readonly ZoneOption[]): number {
  return options.reduce((total, { people }) => total + people, 0);
}

function knownOptions(options: readonly ZoneOption[]): readonly ZoneOption[] {
  return options.filter(({ zone }) => isKnownZone(zone));
}

/** A zone by its own name. */
export function ownOption(zone: string, people: number): ZoneOption {
  return { zone, city: null, region: null, ofRegion: false, country: countryOfZone(zone), people };
}

export function countryOf([code = '', shares = '']: readonly string[]): ZoneMatch {
  const people = new Map(readShares(shares).map((share) => [share.main, share.people]));
  const zones = rawTimeZones.filter(({ countryCode }) => countryCode === code).map(({ name }) => name);
  // A country whose code the time zones lack, such as Kosovo, has those of its cities.
  const options = (zones.length > 0 ? zones : [...people.keys()])
    .map((zone) => ownOption(zone, people.get(zone) ?? 0))
    .sort((a, b) => b.people - a.people);
  return { kind: 'country', own: true, people: sumPeople(options), options: knownOptions(options) };
}

/** @param own whether it matched by its name, not by its code */
export function regionOf([code = '', en = '', es = '', , shares = '']: readonly string[], own = true): ZoneMatch {
  const options = readShares(shares).map(({ main, people, city }) => ({
    zone: main,
    city: city === '' ? null : city,
    region: { en, es },
    ofRegion: true,
    country: code.slice(0, 2),
    people,
  }));
  return { kind: 'region', own, people: sumPeople(options), options: knownOptions(options) };
}

function regionNames(places: Places, code: string): ZoneOption['region'] {
  const [, en = '', es = ''] = lineOf(places.regions, code) ?? [];
  return en === '' ? null : { en, es };
}

/** The zone of a city's own country, where the lists have a neighbour's zone with the same clock, as for Hanoi. */
function zoneOfCountry(zone: string, country: string): string {
  if (countryOfZone(zone) === country) return zone;
  const listed = rawTimeZones.find(({ group }) => group.includes(zone));
  const own = rawTimeZones.find(
    ({ countryCode, rawOffsetInMinutes, dstAbbreviation }) =>
      countryCode === country &&
      rawOffsetInMinutes === listed?.rawOffsetInMinutes &&
      (dstAbbreviation === undefined) === (listed.dstAbbreviation === undefined),
  );
  return own !== undefined && isKnownZone(own.name) ? own.name : zone;
}

/** @param key under which it was looked for */
export function cityOf(places: Places, columns: readonly string[], key: string): ZoneMatch {
  const [name = '', region = '', country = '', zone = '', people = '', keys = ''] = columns;
  const option = {
    zone: zoneOfCountry(modernZone(zone), country),
    city: name,
    region: regionNames(places, region),
    ofRegion: false,
    country,
    people: Number(people),
  };
  return { kind: 'city', own: keys.startsWith(`|${key}|`), people: option.people, options: knownOptions([option]) };
}

/** Countries with the key among the words of a name: "korea", "emiratos". */
export function countriesWith(places: Places, key: string): readonly ZoneMatch[] {
  return [...placeLines(places.countries)]
    .filter(([, , names = '']) => names.split('|').some((name) => ` ${name} `.includes(` ${key} `)))
    .map((line) => countryOf(line));
}

export function countriesCalled(places: Places, key: string): readonly ZoneMatch[] {
  return linesWith(places.countries, indexLines(key)).map((line) => countryOf(line));
}

/**
 * States and provinces by name, or by code, such as NSW. A code that is a country's too means the country, except in the
 * United States, where CA and IN are California and Indiana.
 */
export function regionsCalled(places: Places, key: string, alone: boolean): readonly ZoneMatch[] {
  const byName = linesWith(places.regions, indexLines(key));
  if (!/^[a-z]{2,3}$/.test(key)) return byName.map((line) => regionOf(line));
  const taken = alone && countriesCalled(places, key).length > 0;
  const byCode = linesWith(places.regions, `\t${key}\t`).filter(
    ([code, , , iso]) => iso === key && (!taken || code?.startsWith('US.')),
  );
  return [
    ...byName.map((line) => regionOf(line)),
    ...byCode
      .filter((line) => !byName.some(([code]) => code === line[0]))
      .map((line) => regionOf(line, line[0]?.startsWith('US.') === true || key.length > 2)),
  ];
}

export function citiesCalled(places: Places, key: string): readonly ZoneMatch[] {
  return linesWith(places.cities, indexLines(key)).map((columns) => cityOf(places, columns, key));
}

/** The population of each zone in all countries, in thousands. */
export function peopleByZone(places: Places): ReadonlyMap<string, number> {
  const people = new Map<string, number>();
  for (const [, shares = ''] of placeLines(places.countries)) {
    for (const share of readShares(shares)) {
      people.set(share.main, (people.get(share.main) ?? 0) + share.people);
    }
  }
  return people;
}
