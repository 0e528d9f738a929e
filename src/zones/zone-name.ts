import { readFileSync } from 'node:fs';
import type { Language } from '../core/language.js';
import { placeKey } from './key.js';
import type { ZoneOption } from './reading.js';

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

/** Zones of today that are named after that city, or of which the city is called so in English or Spanish. */
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

/** "Madrid, Spain"; a city that its country is named after stands alone: "Singapore", "Hong Kong". */
function joined(city: string, region: string | null, country: string): string {
  if (country.includes(city) && region === null) return city;
  return [city, ...(region === null || region === city ? [] : [region]), country].join(', ');
}

/** A zone as people call it: "Madrid, Spain", "Madrid, España". One that nobody lives in goes by its own name. */
export function zoneName(zone: string, language: Language): string {
  const known = named(zone);
  return known === undefined ? zone : joined(known[language], null, countryName(known.country, language));
}

/** What an option is called, with its state or province where `told` says that the name alone would not do. */
function optionName(option: ZoneOption, language: Language, told: boolean): string {
  const { zone, city, region, country } = option;
  if (city === null || country === null) return zoneName(zone, language);
  return joined(city, told && region !== null ? region[language] : null, countryName(country, language));
}

/** The names of options beside each other: "Houston, Texas, United States" for a state, and for one of two Houstons. */
export function optionNames(options: readonly ZoneOption[], language: Language): readonly string[] {
  const plain = options.map((option) => optionName(option, language, option.ofRegion));
  return options.map((option, at) => {
    const name = plain[at] ?? option.zone;
    return plain.filter((other) => other === name).length > 1 ? optionName(option, language, true) : name;
  });
}
