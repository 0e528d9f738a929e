import { editDistance } from '../core/edit-distance.js';
import { cityOf, countriesWith, countryOf, type Places, placeLines, regionOf } from './places.js';
import type { ZoneOption } from './zone-match.js';

/** The smallest population, in thousands: too many smaller places have similar names. */
const NEAR_CITY = 100;
const SHOWN = 5;

/** How many typos a name may have before it is another name. */
function slips(key: string): number {
  if (key.length < 4) return 0;
  return key.length < 10 ? 1 : 2;
}

/** Nearly every typo keeps or swaps the first letter, so that the expensive comparison is skipped for other names. */
function beginsAlike(a: string, b: string): boolean {
  return a[0] === b[0] || a[0] === b[1] || a[1] === b[0];
}

/** Edits between two names, or `most + 1` where they are more than `most` or the names begin differently. */
function distance(a: string, b: string, most: number): number {
  return beginsAlike(a, b) ? editDistance(a, b, most) : most + 1;
}

type NearOption = { readonly away: number; readonly option: ZoneOption };

/** The smallest distance from the key to a name in the cell; a name that begins or ends with it counts as one typo. */
function nearness(key: string, cell: string): number {
  const most = slips(key);
  let least = most + 1;
  for (const name of cell.slice(1, -1).split('|')) {
    const part = name.startsWith(`${key} `) || name.endsWith(` ${key}`);
    least = Math.min(least, part ? 1 : distance(key, name, most));
  }
  return least;
}

/** Places with similar names, the nearest and largest first; only for asking about them. */
export function nearPlaces(places: Places, key: string): readonly ZoneOption[] {
  const most = slips(key);
  if (most === 0) return [];
  const near: NearOption[] = countriesWith(places, key).flatMap(({ options }) =>
    options.slice(0, SHOWN).map((option) => ({ away: 0, option })),
  );
  for (const columns of placeLines(places.countries)) {
    const away = nearness(key, columns[2] ?? '');
    if (away <= most) near.push(...countryOf(columns).options.map((option) => ({ away, option })));
  }
  for (const columns of placeLines(places.regions)) {
    const away = nearness(key, columns[5] ?? '');
    if (away <= most) near.push(...regionOf(columns).options.map((option) => ({ away, option })));
  }
  for (const columns of placeLines(places.cities)) {
    // The largest come first.
    if (Number(columns[4]) < NEAR_CITY) break;
    const away = nearness(key, columns[5] ?? '');
    if (away <= most) near.push(...cityOf(places, columns, key).options.map((option) => ({ away, option })));
  }
  const least = Math.min(...near.map(({ away }) => away));
  const nearest = near
    .filter(({ away }) => away === least)
    .map(({ option }) => option)
    .sort((a, b) => Number(a.ofRegion) - Number(b.ofRegion) || b.people - a.people);
  const first = new Map(nearest.toReversed().map((option) => [option.zone, option]));
  return nearest.filter((option) => first.get(option.zone) === option).slice(0, SHOWN);
}
