import { readFileSync } from 'node:fs';
import type { Language } from '../core/language.js';
import { placeKey } from './key.js';
import type { ZoneOption } from './zone-match.js';

const LIST = new URL('../../places/zones.tsv', import.meta.url);

type NamedZone = { readonly today: string; readonly country: string; readonly en: string; readonly es: string };

function readNames(): ReadonlyMap<string, NamedZone> {
  const lines = readFileSync(LIST, 'utf8').trimEnd().split('\n');
  return new Map(
    lines.flatMap((line) => {
      const [zone = '', country = '', en = '', es = '', old = ''] = line.split('\t');
      const names = [zone, ...old.split('|').filter((name) => name !== '')];
      return names.map((name) => [name, { today: zone, country, en, es }] as const);
    }),
  );
}

let names: ReadonlyMap<string, NamedZone> | undefined;

/** Twenty kilobytes, read when the first zone is shown. */
function named(zone: string): NamedZone | undefined {
  names ??= readNames();
  return names.get(zone);
}

/** Current zones named after that city, in English or Spanish. */
export function zonesNamed(key: string): readonly string[] {
  names ??= readNames();
  return [...names]
    .filter(([zone, { today }]) => zone === today)
    .filter(([zone, { en, es }]) => [zone.split('/').at(-1) ?? '', en, es].some((city) => placeKey(city) === key))
    .map(([zone]) => zone);
}

const countries = new Map<Language, Intl.DisplayNames>();

function countryName(code: string, language: Language): string {
  const shown = countries.get(language) ?? new Intl.DisplayNames([language], { type: 'region' });
  countries.set(language, shown);
  return shown.of(code) ?? code;
}

/** "Madrid, Spain"; without the country where it has the city's name: "Singapore", "Hong Kong". */
function joinName(city: string, region: string | null, country: string): string {
  if (country.includes(city) && region === null) return city;
  return [city, ...(region === null || region === city ? [] : [region]), country].join(', ');
}

/** The name of a zone for people: "Madrid, Spain", "Madrid, España"; its IANA name where nobody lives in it. */
export function zoneName(zone: string, language: Language): string {
  const known = named(zone);
  return known === undefined ? zone : joinName(known[language], null, countryName(known.country, language));
}

/** The name of an option, with its state or province where the name alone is not enough. */
function optionName(option: ZoneOption, language: Language, withRegion: boolean): string {
  const { zone, city, region, country } = option;
  if (city === null || country === null) return zoneName(zone, language);
  return joinName(city, withRegion && region !== null ? region[language] : null, countryName(country, language));
}

/** The names of options in one list: with the state where it was typed or where two cities have the same name. */
export function optionNames(options: readonly ZoneOption[], language: Language): readonly string[] {
  const plain = options.map((option) => optionName(option, language, option.ofRegion));
  return options.map((option, at) => {
    const name = plain[at] ?? option.zone;
    return plain.filter((other) => other === name).length > 1 ? optionName(option, language, true) : name;
  });
}
