import { editDistance } from '../core/edit-distance.js';
import { cityOf, countriesWith, countryOf, linesOf, type Places, regionOf } from './places.js';
import type { ZoneOption } from './reading.js';

/** Of smaller places too many are written alike. In thousands. */
const NEAR_CITY = 100;
const SHOWN = 5;

/** How many slips of the finger a name bears before it is another name. */
function slips(key: string): number {
  if (key.length < 4) return 0;
  return key.length < 10 ? 1 : 2;
}

/** Nearly every slip leaves the first letter or swaps it, and comparing the rest costs much. */
function beginsAlike(a: string, b: string): boolean {
  return a[0] === b[0] || a[0] === b[1] || a[1] === b[0];
}

/** Edits between two names, or `most + 1` where they are more than `most` or the names begin differently. */
function distance(a: string, b: string, most: number): number {
  return beginsAlike(a, b) ? editDistance(a, b, most) : most + 1;
}

type Near = { readonly away: number; readonly option: ZoneOption };

/** The least distance from the key to a name of the cell; one that begins or ends with all of it is as near as a slip. */
function nearness(key: string, cell: string): number {
  const most = slips(key);
  let least = most + 1;
  for (const name of cell.slice(1, -1).split('|')) {
    const part = name.startsWith(`${key} `) || name.endsWith(` ${key}`);
    least = Math.min(least, part ? 1 : distance(key, name, most));
  }
  return least;
}

/** Places that are written much like the key, the nearest and largest first. Never more than a question. */
export function nearPlaces(places: Places, key: string): readonly ZoneOption[] {
  const most = slips(key);
  if (most === 0) return [];
  const near: Near[] = countriesWith(places, key).flatMap(({ options }) =>
    options.slice(0, SHOWN).map((option) => ({ away: 0, option })),
  );
  for (const columns of linesOf(places.countries)) {
    const away = nearness(key, columns[2] ?? '');
    if (away <= most) near.push(...countryOf(columns).options.map((option) => ({ away, option })));
  }
  for (const columns of linesOf(places.regions)) {
    const away = nearness(key, columns[5] ?? '');
    if (away <= most) near.push(...regionOf(columns).options.map((option) => ({ away, option })));
  }
  for (const columns of linesOf(places.cities)) {
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
