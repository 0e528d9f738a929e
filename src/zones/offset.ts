import { rawTimeZones } from '@vvo/tzdb';
import type { Instant } from '../core/local-date.js';
import { ownOption, type Places, peopleByZone } from './places.js';
import { isKnownZone, offsetMinutes } from './runtime-zone.js';
import type { ZoneMatch } from './zone-match.js';

const UTC_OPTION = ownOption('UTC', 0);

/** What people write for Coordinated Universal Time. */
const UTC_NAMES = /^(utc|uct|zulu|z|universal|etc (utc|uct|zulu|universal|greenwich|gmt)|utc 0{1,2})$/;

export function isUtc(key: string): boolean {
  return UTC_NAMES.test(key);
}

export function utcMatch(): ZoneMatch {
  return { kind: 'clock', own: true, people: 0, options: [UTC_OPTION] };
}

const SIGNED = /^(?:utc|gmt|z)?\s*([+\-−–—])\s*(\d{1,2})(?:\s*([:.,h])\s*(\d{1,2})|(\d{2}))?\s*h?$/i;
const UNSIGNED = /^(?:utc|gmt)\s*(\d{1,2})(?:\s*([:.,h])\s*(\d{1,2}))?$/i;

function minutesPast(separator: string | undefined, digits: string): number | null {
  // "5.5" and "5,75" are fractions of an hour, "5.30" and "5:30" are minutes.
  const isPart =
    separator !== undefined && '.,'.includes(separator) && (digits.length === 1 || /^(25|50|75)$/.test(digits));
  const minutes = isPart ? Number(`0.${digits}`) * 60 : Number(digits);
  return Number.isInteger(minutes) && minutes < 60 ? minutes : null;
}

/** The minutes ahead of UTC that somebody types ("UTC+5:30", "GMT-3", "+5.5"), or `null`. */
export function readOffset(typed: string): number | null {
  const text = typed.trim();
  const signed = SIGNED.exec(text);
  const unsigned = signed === null ? UNSIGNED.exec(text) : null;
  const [, sign, hours, separator, part, joined] = signed ?? ['', '+', ...(unsigned ?? []).slice(1)];
  if (signed === null && unsigned === null) return null;
  const minutes = minutesPast(separator, part ?? joined ?? '0');
  if (minutes === null) return null;
  const total = Number(hours) * 60 + minutes;
  return total === 0 || sign === '+' ? total : -total;
}

/** The zones with that offset at a moment, those of the most people first. */
export function offsetMatch(places: Places, minutes: number, now: Instant): ZoneMatch | null {
  const people = peopleByZone(places);
  const options = rawTimeZones
    .filter(({ name }) => isKnownZone(name) && offsetMinutes(name, [now])[0] === minutes)
    .map(({ name }) => ownOption(name, people.get(name) ?? 0))
    .sort((a, b) => b.people - a.people);
  const all = minutes === 0 ? [UTC_OPTION, ...options] : options;
  return all.length === 0 ? null : { kind: 'clock', own: true, people: 0, options: all };
}
